using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mlops.Data.Quality.Constraints;
using Mlops.Serialization;

namespace Mlops.Data.Quality;

public sealed partial class DataConstraints
{
    /// <summary>The kind of saved constraints.</summary>
    public const string Kind = "mlops.data.constraints";

    /// <summary>The schema version that this build writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The serialised form, canonical JSON in an envelope: equal constraints have equal bytes.</summary>
    /// <exception cref="InvalidOperationException">A constraint is code, which can't be saved; the message names it.</exception>
    public Envelope ToEnvelope()
    {
        ThrowIfCustom();
        return Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(DataConstraints).Assembly),
            writer =>
            {
                writer.WriteStartObject();
                ConstraintJson.Write(writer, this);
                writer.WriteEndObject();
            }
        );
    }

    /// <summary>The form to edit: indented JSON without a digest, with the same content.</summary>
    /// <exception cref="InvalidOperationException">A constraint is code, which can't be saved; the message names it.</exception>
    public string ToJson()
    {
        ThrowIfCustom();
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
            writer.WriteStartObject();
            writer.WriteString("kind", Kind);
            writer.WriteNumber("schemaVersion", SchemaVersion);
            ConstraintJson.Write(writer, this);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Saves the constraints sealed, with a digest that tells any change.</summary>
    /// <param name="path">The file; an existing one is replaced only when the new one is complete.</param>
    /// <exception cref="InvalidOperationException">A constraint is code, which can't be saved; the message names it.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, ToEnvelope().Bytes.Span);
    }

    /// <summary>Saves the constraints in the form to edit.</summary>
    /// <param name="path">The file; an existing one is replaced only when the new one is complete.</param>
    /// <exception cref="InvalidOperationException">A constraint is code, which can't be saved; the message names it.</exception>
    public void SaveEditable(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(ToJson()));
    }

    /// <summary>Loads constraints, sealed or in the form to edit.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EnvelopeFormatException">They can't be read; the message says how and where.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">They were written by a newer version of this package.</exception>
    public static DataConstraints Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return FromBytes(File.ReadAllBytes(path));
        }
        catch (EnvelopeFormatException error) when (error is not UnsupportedSchemaVersionException)
        {
            throw new EnvelopeFormatException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Reads constraints, sealed or in the form to edit.</summary>
    /// <param name="bytes">
    /// JSON: an envelope with its digest; or an object with <c>constraints</c>, which may have <c>kind</c> and <c>schemaVersion</c>; or the list of
    /// constraints alone. In the latter two, comments and trailing commas are allowed, and an id that is left out is the default one.
    /// </param>
    /// <exception cref="EnvelopeFormatException">They can't be read; the message says how and where.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">They were written by a newer version of this package.</exception>
    public static DataConstraints FromBytes(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(
                WithoutMark(bytes),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            var root = document.RootElement;
            var isSealed =
                root.ValueKind == JsonValueKind.Object
                && (root.TryGetProperty("digest", out _) || root.TryGetProperty("payload", out _));
            return ConstraintJson.Read(
                isSealed ? Envelope.Open(bytes, Kind, SchemaVersion).Payload : ThrowIfForeign(root)
            );
        }
        catch (JsonException error)
        {
            throw new EnvelopeFormatException($"The constraints are not JSON. {error.Message}", error);
        }
        catch (EnvelopeFormatException)
        {
            throw;
        }
        catch (Exception error)
            when (error
                    is FormatException
                        or ArgumentException
                        and not ArgumentNullException
                        or InvalidOperationException
            )
        {
            throw new EnvelopeFormatException(
                $"The constraints can't be read: {error.Message.Split(" (Parameter")[0]}",
                error
            );
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private static JsonElement ThrowIfForeign(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return root;
        }

        if (root.TryGetProperty("kind", out var kind) && kind.ToString() != Kind)
        {
            throw new EnvelopeFormatException($"The file is of kind '{kind}', and '{Kind}' is expected.");
        }

        if (
            root.TryGetProperty("schemaVersion", out var version)
            && version.GetInteger() is var stated and not SchemaVersion
        )
        {
            throw stated is > SchemaVersion and <= int.MaxValue
                ? new UnsupportedSchemaVersionException(Kind, (int)stated, SchemaVersion)
                : new EnvelopeFormatException($"There is no schema version {stated}.");
        }

        return root;
    }

    private void ThrowIfCustom()
    {
        if (_constraints.FirstOrDefault(constraint => constraint is CustomConstraint) is { } custom)
        {
            throw new InvalidOperationException(
                $"Constraint '{custom.Id}' is code, which can't be saved. Save the others with Without(\"{custom.Id}\"), and add it again after loading; or say it as a rule."
            );
        }
    }
}
