using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Reads JSON strings; one that is no text is bad data here, where System.Text.Json takes it for a mistake of the caller.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string.</summary>
    /// <exception cref="FormatException">It holds a lone surrogate or invalid UTF-8.</exception>
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw new FormatException(
                "The string is not valid Unicode: it holds a lone surrogate or invalid UTF-8.",
                exception
            );
        }
    }
}
