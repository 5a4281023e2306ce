using Mlops.Serialization;

namespace Mlops.Data.Profiles;

public sealed partial class DatasetProfile
{
    /// <summary>The kind of a saved profile.</summary>
    public const string Kind = "mlops.data.profile";

    /// <summary>The schema version that this build writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The serialised form, definition included: the same profile always gives the same bytes.</summary>
    public Envelope ToEnvelope() =>
        Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(DatasetProfile).Assembly),
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("definition");
                Definition.WriteTo(writer);
                writer.WritePropertyName("profile");
                WriteTo(writer);
                writer.WriteEndObject();
            }
        );

    /// <summary>Saves the profile.</summary>
    /// <param name="path">The file; an existing one is replaced only when the new one is complete.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, ToEnvelope().Bytes.Span);
    }

    /// <summary>Loads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EnvelopeFormatException">It is not a profile, or is damaged; the message says how and where.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static DatasetProfile Load(string path)
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
    /// <param name="bytes">The bytes of <see cref="ToEnvelope"/>.</param>
    /// <exception cref="EnvelopeFormatException">It is not a profile, or is damaged.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It was written by a newer version of this package.</exception>
    public static DatasetProfile FromBytes(ReadOnlyMemory<byte> bytes)
    {
        var payload = Envelope.Open(bytes, Kind, SchemaVersion).Payload;
        try
        {
            var definition = DatasetProfileDefinition.ReadDefinition(payload.Required("definition"));
            return definition.Read(payload.Required("profile"));
        }
        catch (Exception error) when (error is FormatException or ArgumentException and not ArgumentNullException)
        {
            throw new EnvelopeFormatException($"The profile can't be read: {error.Message}", error);
        }
    }

    /// <summary>The profile as another definition would have counted the same rows, within the error of the sketches.</summary>
    /// <param name="definition">The definition of a reference.</param>
    /// <returns>A new profile, or this one where the definition is its own.</returns>
    /// <remarks>Columns of another kind fail to convert, as their values would; columns that the definition does not have are unknown.</remarks>
    /// <exception cref="ArgumentException">This profile counts the bins of another reference, or <paramref name="definition"/> is of sketches.</exception>
    public DatasetProfile ConvertTo(DatasetProfileDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (_definition.Equals(definition))
        {
            return this;
        }

        if (_definition.Sketches is null)
        {
            throw new ArgumentException(
                $"The profile counts the bins of another reference: its definition is {_definition.Digest}, the one wanted {definition.Digest}. Profile the data with this one, or without a reference.",
                nameof(definition)
            );
        }

        if (definition.Sketches is not null)
        {
            throw new ArgumentException(
                "The definition wanted is of sketches; a profile converts to the bins of a reference.",
                nameof(definition)
            );
        }

        var converted = new DatasetProfile(definition) { Count = Count };
        for (var i = 0; i < converted._columns.Length; i++)
        {
            var target = definition.JudgedColumns[i];
            if (_definition.IndexOf(target.Schema.Name) is >= 0 and var index)
            {
                converted._columns[i] = _columns[index].ConvertTo(target);
            }
            else if (_definition.Schema.TryGet(target.Schema.Name, out var schema))
            {
                throw new ArgumentException(
                    $"Column '{target.Schema.Name}' was left out of the profile ({schema.Role?.ToString() ?? schema.Kind.ToString()}), and is a {target.Role} of the reference. Profile the data with the same roles.",
                    nameof(definition)
                );
            }
            else
            {
                converted._columns[i].AddAbsent(Count);
            }
        }

        converted._unknownColumns.UnionWith(_unknownColumns);
        converted._unknownColumns.UnionWith(
            _definition
                .Columns.Select(column => column.Schema.Name)
                .Where(name => !definition.Schema.TryGet(name, out _))
        );
        return converted;
    }
}
