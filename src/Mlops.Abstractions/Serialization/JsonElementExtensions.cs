using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Reads required parts of stored JSON, with errors that name what is missing.</summary>
public static class JsonElementExtensions
{
    /// <summary>The value of a property.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="property">The property's name.</param>
    /// <exception cref="FormatException"><paramref name="element"/> is not an object, or has no such property.</exception>
    public static JsonElement Required(this JsonElement element, string property)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"An object with the property '{property}' was expected, not {Name(element.ValueKind)}."
            );
        }

        return element.TryGetProperty(property, out var value)
            ? value
            : throw new FormatException($"The property '{property}' is missing.");
    }

    /// <summary>The text of a property.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="property">The property's name.</param>
    /// <exception cref="FormatException">There is no such property, or it is not a string of valid Unicode.</exception>
    public static string RequiredString(this JsonElement element, string property)
    {
        var value = element.Required(property);
        return value.ValueKind == JsonValueKind.String
            ? JsonText.Of(value)
            : throw new FormatException($"'{property}' must be a string, not {Name(value.ValueKind)}.");
    }

    /// <summary>The elements of a property that is an array.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="property">The property's name.</param>
    /// <exception cref="FormatException">There is no such property, or it is not an array.</exception>
    public static JsonElement.ArrayEnumerator RequiredArray(this JsonElement element, string property)
    {
        var value = element.Required(property);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw new FormatException($"'{property}' must be an array, not {Name(value.ValueKind)}.");
    }

    /// <summary>The value of a property that is one of an enumeration's names.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="element">A JSON object.</param>
    /// <param name="property">The property's name.</param>
    /// <exception cref="FormatException">There is no such property, or its text is no such name.</exception>
    public static TEnum RequiredEnum<TEnum>(this JsonElement element, string property)
        where TEnum : struct, Enum
    {
        var text = element.RequiredString(property);
        return Enum.TryParse<TEnum>(text, out var value) && Enum.GetName(value) == text
            ? value
            : throw new FormatException(
                $"'{property}' is '{text}'; one of {string.Join(", ", Enum.GetNames<TEnum>())} was expected."
            );
    }

    private static string Name(JsonValueKind kind) => kind.ToString().ToLowerInvariant();
}
