using System.Text.Json;

namespace Mlops.Conformance.Protocol;

/// <summary>Writes the fields of an answer.</summary>
internal sealed class CaseResult(Utf8JsonWriter writer)
{
    /// <summary>Adds a number.</summary>
    public void Add(string name, double value)
    {
        writer.WritePropertyName(name);
        NumberValue.Write(writer, value);
    }

    /// <summary>Adds a list of numbers.</summary>
    public void Add(string name, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            NumberValue.Write(writer, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Adds true or false.</summary>
    public void Add(string name, bool value) => writer.WriteBoolean(name, value);

    /// <summary>Adds a text.</summary>
    public void Add(string name, string value) => writer.WriteString(name, value);

    /// <summary>Adds a list of texts.</summary>
    public void Add(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
