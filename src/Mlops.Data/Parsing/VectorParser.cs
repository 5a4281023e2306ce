using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mlops.Data.Parsing;

/// <summary>Reads and writes vectors as JSON arrays of numbers.</summary>
internal static class VectorParser
{
    /// <summary>Reads an array of finite numbers, each rounded to the nearest float.</summary>
    /// <param name="text">The text without surrounding spaces.</param>
    /// <param name="components">The components; emptied first.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, List<float> components)
    {
        components.Clear();
        if (text.Length == 0 || text[0] != (byte)'[')
            return false;
        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            return TryRead(ref reader, components) == VectorRead.Vector && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the array whose opening bracket was just read, to its closing bracket.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="components">Takes the components; not emptied first.</param>
    public static VectorRead TryRead(ref Utf8JsonReader reader, List<float> components)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            if (!reader.TryGetSingle(out var component) || !float.IsFinite(component))
                return VectorRead.NotFinite;
            components.Add(component);
        }

        return reader.TokenType == JsonTokenType.EndArray ? VectorRead.Vector : VectorRead.NotNumbers;
    }

    /// <summary>Writes a vector so that it reads back as the same; -0 is 0.</summary>
    public static string Format(ReadOnlySpan<float> vector)
    {
        var text = new StringBuilder("[");
        foreach (var component in vector)
        {
            if (text.Length > 1)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{component + 0f}");
        }

        return text.Append(']').ToString();
    }
}
