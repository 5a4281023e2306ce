using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Mlops.Serialization;

/// <summary>Walks one JSON value and writes its canonical form.</summary>
internal sealed class CanonicalJsonSerializer
{
    /// <summary>Integers of up to 15 digits are below 2^53 and are their own canonical form.</summary>
    private const int SafeDigits = 15;

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly List<Property> _properties = [];
    private readonly CanonicalJsonPath _path;

    private CanonicalJsonSerializer(string root) => _path = new CanonicalJsonPath(root);

    /// <summary>Makes a value canonical.</summary>
    /// <param name="value">A JSON value; not the default.</param>
    /// <param name="root">What the value is called in messages.</param>
    public static ReadOnlySpan<byte> Serialize(JsonElement value, string root)
    {
        var serializer = new CanonicalJsonSerializer(root);
        serializer.Write(value);
        return serializer._output.WrittenSpan;
    }

    /// <summary>Makes a string canonical.</summary>
    /// <param name="text">A string that <see cref="IsUnicode"/>.</param>
    public static byte[] SerializeText(string text)
    {
        var serializer = new CanonicalJsonSerializer("$");
        serializer.WriteText(text);
        return serializer._output.WrittenSpan.ToArray();
    }

    /// <summary>Whether every surrogate in a text has its other half.</summary>
    public static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value);
                break;
            case JsonValueKind.Array:
                WriteArray(value);
                break;
            case JsonValueKind.String:
                WriteString(value);
                break;
            case JsonValueKind.Number:
                WriteNumber(JsonMarshal.GetRawUtf8Value(value));
                break;
            default:
                // true, false and null have one form.
                _output.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    private void WriteObject(JsonElement value)
    {
        _path.Enter();
        var first = _properties.Count;
        var isSorted = true;
        foreach (var property in value.EnumerateObject())
        {
            var name = NameOf(property);
            isSorted &= _properties.Count == first || string.CompareOrdinal(_properties[^1].Name, name) < 0;
            _properties.Add(new Property(name, property.Value));
        }

        if (!isSorted)
        {
            SortByName(CollectionsMarshal.AsSpan(_properties)[first..]);
        }

        var end = _properties.Count;
        WriteByte('{');
        for (var i = first; i < end; i++)
        {
            if (i > first)
            {
                WriteByte(',');
            }

            // Nested objects append to the same list and remove what they appended, so that the index stays valid.
            var (name, element) = _properties[i];
            _path.At(name);
            WriteText(name);
            WriteByte(':');
            Write(element);
        }

        WriteByte('}');
        _properties.RemoveRange(first, end - first);
        _path.Leave();
    }

    private void WriteArray(JsonElement value)
    {
        _path.Enter();
        var index = 0;
        WriteByte('[');
        foreach (var element in value.EnumerateArray())
        {
            if (index > 0)
            {
                WriteByte(',');
            }

            _path.At(index++);
            Write(element);
        }

        WriteByte(']');
        _path.Leave();
    }

    private void WriteString(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (!raw.Contains((byte)'\\') && Utf8.IsValid(raw))
        {
            // Nothing is escaped, and what must be can't stand there unescaped: it is canonical as it is.
            _output.Write(raw);
            return;
        }

        try
        {
            WriteText(value.GetString()!);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw _path.Error(
                "the string is not valid Unicode: it holds a lone surrogate or invalid UTF-8.",
                exception
            );
        }
    }

    private void WriteNumber(ReadOnlySpan<byte> raw)
    {
        var isInteger = raw.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        if (isInteger && raw.Length <= SafeDigits && raw is not [(byte)'-', (byte)'0'])
        {
            _output.Write(raw);
            return;
        }

        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw _path.Error($"{Shorten(raw)} is beyond the range of a double; write it as a string.");
        }

        var destination = _output.GetSpan(EcmaScriptNumber.MaximumLength);
        var length = EcmaScriptNumber.Format(number, destination);
        if (
            isInteger
            && Math.Abs(number) >= EcmaScriptNumber.LargestExactInteger
            && !raw.SequenceEqual(destination[..length])
        )
        {
            throw _path.Error(
                $"{Shorten(raw)} is an integer beyond 2^53, which a double would change to "
                    + $"{Shorten(destination[..length])}; write it as a string."
            );
        }

        _output.Advance(length);
    }

    private void WriteText(string text)
    {
        WriteByte('"');
        var rest = text.AsSpan();
        while (true)
        {
            var plain = rest.IndexOfAny(CanonicalJsonEscapes.Characters);
            Encoding.UTF8.GetBytes(plain < 0 ? rest : rest[..plain], _output);
            if (plain < 0)
            {
                break;
            }

            _output.Write(CanonicalJsonEscapes.Of(rest[plain]));
            rest = rest[(plain + 1)..];
        }

        WriteByte('"');
    }

    private void WriteByte(char character)
    {
        _output.GetSpan(1)[0] = (byte)character;
        _output.Advance(1);
    }

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw _path.Error(
                "a property name is not valid Unicode: it holds a lone surrogate or invalid UTF-8.",
                exception
            );
        }
    }

    private void SortByName(Span<Property> properties)
    {
        properties.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var i = 1; i < properties.Length; i++)
        {
            if (properties[i].Name == properties[i - 1].Name)
            {
                throw _path.Error(
                    $"the property name '{Excerpt.Of(properties[i].Name)}' stands twice; the names in an object differ."
                );
            }
        }
    }

    private static string Shorten(ReadOnlySpan<byte> number) => Excerpt.Of(Encoding.ASCII.GetString(number));

    private readonly record struct Property(string Name, JsonElement Value);
}
