using System.Text.Json;

namespace Mlops.Registry.Signing;

/// <summary>Reads JSON of which every reader must see the same: a property that stands twice is refused.</summary>
internal static class StrictJson
{
    public static JsonDocument Parse(ReadOnlySpan<byte> json, string what)
    {
        try
        {
            return JsonDocument.Parse(
                json.ToArray(),
                new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 }
            );
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The {what} is not JSON: {exception.Message}", exception);
        }
    }
}
