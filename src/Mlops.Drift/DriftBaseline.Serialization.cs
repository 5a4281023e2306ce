using System.Buffers;
using System.Text.Json;
using Mlops.Data.Profiles;
using Mlops.Drift.Dependence;
using Mlops.Serialization;

namespace Mlops.Drift;

public sealed partial class DriftBaseline
{
    /// <summary>The kind of a saved baseline.</summary>
    public const string Kind = "mlops.drift.baseline";

    /// <summary>The schema version that this build writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 3;

    private readonly Lazy<Envelope> _envelope;

    /// <summary>The serialised form, without the values of the reference: the same baseline always gives the same bytes.</summary>
    public Envelope ToEnvelope() => _envelope.Value;

    /// <summary>The serialised form with so much of the reference.</summary>
    /// <param name="detail">How much.</param>
    /// <exception cref="InvalidOperationException">The baseline no longer holds the values that are asked for.</exception>
    public Envelope ToEnvelope(BaselineDetail detail) =>
        (detail, Detail) switch
        {
            (BaselineDetail.Binned, _) => ToEnvelope(),
            (BaselineDetail.Values, BaselineDetail.Values) => Seal(Values),
            (BaselineDetail.Values, _) => throw new InvalidOperationException(
                "This baseline does not hold the values of its reference: it was loaded without them, or made from a profile. Fit it from the data."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "There is no such level of detail."),
        };

    /// <summary>Saves the baseline.</summary>
    /// <param name="path">The file; an existing one is replaced only when the new one is complete.</param>
    /// <param name="detail">How much of the reference goes into it.</param>
    /// <exception cref="InvalidOperationException">The baseline no longer holds the values that are asked for.</exception>
    public void Save(string path, BaselineDetail detail = BaselineDetail.Binned)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, ToEnvelope(detail).Bytes.Span);
    }

    /// <summary>Loads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EnvelopeFormatException">It is not a baseline, or is damaged; the message says how and where.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static DriftBaseline Load(string path)
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

    /// <summary>Reads the serialised form.</summary>
    /// <param name="bytes">The bytes of <see cref="ToEnvelope()"/>.</param>
    /// <exception cref="EnvelopeFormatException">It is not a baseline, or is damaged.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static DriftBaseline FromBytes(ReadOnlyMemory<byte> bytes)
    {
        var envelope = Envelope.Open(bytes, Kind, SchemaVersion);
        var payload = envelope.Payload;
        try
        {
            var definition = DatasetProfileDefinition.ReadDefinition(payload.Required("columns"));
            var options = DriftOptionsJson.Read(payload.Required("options"), envelope.SchemaVersion);
            DriftOptionsCheck.Check(options, definition.Schema, "options");
            var reference = payload.Required("reference");
            var profile = definition.Read(payload.Required("profile"));
            var values = payload.TryGetProperty("values", out var state)
                ? ReferenceValues.Read(state, definition)
                : null;
            return new DriftBaseline(
                profile,
                new ComparedData(
                    reference.RequiredString("name"),
                    profile.Count,
                    ContentDigest.Parse(reference.RequiredString("digest"))
                ),
                options,
                values,
                payload.TryGetProperty("dependence", out var design)
                    ? SideDesign.Read(design, definition.JudgedColumns.Count)
                    : SideDesign.Independent(definition.JudgedColumns.Count),
                values is null ? envelope : null
            );
        }
        catch (Exception error) when (error is FormatException or ArgumentException and not ArgumentNullException)
        {
            throw new EnvelopeFormatException($"The baseline can't be read: {error.Message}", error);
        }
    }

    internal Envelope Seal(ReferenceValues? values) =>
        Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(DriftReport).Assembly),
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("columns");
                Profile.Definition.WriteTo(writer);
                if (!Design.IsIndependent)
                {
                    writer.WritePropertyName("dependence");
                    Design.WriteTo(writer);
                }

                writer.WritePropertyName("options");
                DriftOptionsJson.Write(writer, Options);
                writer.WritePropertyName("profile");
                Profile.WriteTo(writer);
                writer.WriteStartObject("reference");
                writer.WriteString("digest", Reference.Digest.ToString());
                writer.WriteString("name", Reference.Name);
                writer.WriteEndObject();
                if (values is not null)
                {
                    writer.WritePropertyName("values");
                    values.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
        );

    private static ContentDigest DigestOf(DatasetProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            profile.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return ContentDigest.Of(CanonicalJson.Serialize(document.RootElement));
    }
}
