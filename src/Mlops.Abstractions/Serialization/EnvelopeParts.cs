using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The properties of an envelope, found by name; each is asked for with an error that says what should be there.</summary>
internal sealed class EnvelopeParts
{
    public const string Digest = "digest";
    public const string Kind = "kind";
    public const string Payload = "payload";
    public const string Producer = "producer";
    private const string Version = "schemaVersion";
    private const string All = "'digest', 'kind', 'payload', 'producer' and 'schemaVersion'";

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    public static EnvelopeParts Of(JsonElement root)
    {
        var parts = new EnvelopeParts();
        foreach (var property in root.EnumerateObject())
        {
            var name = Readable(() => property.Name, "A property name");
            if (!parts._values.TryAdd(name, property.Value))
            {
                throw new EnvelopeFormatException(
                    $"The property '{Excerpt.Of(name)}' stands twice; an envelope has {All} once each."
                );
            }
        }

        return parts;
    }

    public JsonElement Value(string name) =>
        _values.TryGetValue(name, out var value)
            ? value
            : throw new EnvelopeFormatException($"The property '{name}' is missing; an envelope has {All}.");

    public string Text(string name)
    {
        var value = Value(name);
        return value.ValueKind == JsonValueKind.String
            ? Readable(() => value.GetString()!, $"The property '{name}'")
            : throw new EnvelopeFormatException($"The property '{name}' is not a string; in an envelope it is.");
    }

    public int SchemaVersion()
    {
        var value = Value(Version);
        // Any form of the number is accepted, 1.0 too: its canonical form is what counts.
        if (
            value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number)
            && number is >= 1 and <= int.MaxValue
            && number == Math.Truncate(number)
        )
        {
            return (int)number;
        }

        throw new EnvelopeFormatException(
            $"The property '{Version}' is not an integer from 1 to {int.MaxValue}; in an envelope it is."
        );
    }

    public void ThrowIfUnknown()
    {
        foreach (var name in _values.Keys)
        {
            if (name is not (Digest or Kind or Payload or Producer or Version))
            {
                throw new EnvelopeFormatException(
                    $"The property '{Excerpt.Of(name)}' is unknown, and no digest covers it; an envelope has {All} and nothing else."
                );
            }
        }
    }

    private static string Readable(Func<string> read, string what)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            throw new EnvelopeFormatException($"{what} is not valid Unicode.", exception);
        }
    }
}
