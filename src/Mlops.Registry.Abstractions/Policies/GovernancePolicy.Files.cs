using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Registry.Policies;

public sealed partial record GovernancePolicy
{
    /// <summary>The kind of a saved policy.</summary>
    public const string Kind = "mlops.registry.policy";

    /// <summary>The schema version that this build writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The serialised form, canonical JSON in an envelope: equal policies have equal bytes.</summary>
    public Envelope ToEnvelope() =>
        Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(GovernancePolicy).Assembly),
            writer => PolicyWriter.Write(writer, this)
        );

    /// <summary>The form to edit: indented JSON without a digest, with the same content.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        // People read it, and no browser does.
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            PolicyWriter.Write(writer, this);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Saves the policy sealed, with a digest that tells any change.</summary>
    /// <param name="path">The file; an existing one is replaced only when the new one is complete.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, ToEnvelope().Bytes.Span);
    }

    /// <summary>Loads a policy, sealed or in the form to edit.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EnvelopeFormatException">It can't be read; the message names the file, the property, and what would be right.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static GovernancePolicy Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (EnvelopeFormatException error) when (error is not UnsupportedSchemaVersionException)
        {
            throw new EnvelopeFormatException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Reads a policy, sealed or in the form to edit.</summary>
    /// <param name="json">JSON, as for <see cref="Parse(ReadOnlyMemory{byte})"/>.</param>
    /// <exception cref="EnvelopeFormatException">It can't be read; the message names the property, and what would be right.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static GovernancePolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a policy, sealed or in the form to edit.</summary>
    /// <param name="utf8">
    /// An envelope with its digest; or the policy alone, as a person writes it: there comments and trailing commas are allowed,
    /// and durations may be short (<c>90d</c>, <c>12h</c>). What is left out has its default; a rule without a mode is enforced.
    /// </param>
    /// <exception cref="EnvelopeFormatException">It can't be read; the message names the property, and what would be right.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static GovernancePolicy Parse(ReadOnlyMemory<byte> utf8)
    {
        // Editors put a mark before UTF-8 that no JSON reader takes.
        var content = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(
                content,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            var root = document.RootElement;
            var isSealed =
                root.ValueKind == JsonValueKind.Object
                && (root.TryGetProperty("digest", out _) || root.TryGetProperty("payload", out _));
            var policy = isSealed ? Envelope.Open(content, Kind, SchemaVersion).Payload : root;
            return PolicyReader.Read(new PolicyElement(policy, "$"));
        }
        catch (JsonException error)
        {
            throw new EnvelopeFormatException($"The policy is not JSON. {error.Message}", error);
        }
        catch (FormatException error) when (error is not EnvelopeFormatException)
        {
            throw new EnvelopeFormatException($"The policy can't be read: {error.Message}", error);
        }
    }
}
