using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mlops.Serialization;

namespace Mlops.Registry.Serialization;

/// <summary>The records of the registry as canonical JSON (RFC 8785), and back.</summary>
/// <remarks>The same record is always the same bytes, so its digest is its identity. Names begin with a small letter, enumerations are names, times are ISO 8601 in UTC, what is <see langword="null"/> is left out.</remarks>
public static class RegistryJson
{
    /// <summary>Writes a record.</summary>
    /// <typeparam name="T">A record of <c>Mlops.Registry.Abstractions</c>.</typeparam>
    /// <param name="value">The record.</param>
    /// <returns>Its canonical UTF-8 bytes.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no record of the registry.</exception>
    public static byte[] Serialize<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var document = JsonSerializer.SerializeToDocument(value, TypeOf<T>());
        return CanonicalJson.Serialize(document.RootElement);
    }

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">A record of <c>Mlops.Registry.Abstractions</c>.</typeparam>
    /// <param name="utf8">Its JSON.</param>
    /// <exception cref="FormatException">It is not such a record; the message says where it differs.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no record of the registry.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, TypeOf<T>())
                ?? throw new FormatException($"The JSON of a {typeof(T).Name} is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new FormatException($"The JSON is not a {typeof(T).Name}. {exception.Message}", exception);
        }
    }

    /// <summary>The digest of a record: the SHA-256 of its canonical bytes.</summary>
    /// <typeparam name="T">A record of <c>Mlops.Registry.Abstractions</c>.</typeparam>
    /// <param name="value">The record.</param>
    public static ContentDigest DigestOf<T>(T value) => ContentDigest.Of(Serialize(value));

    private static JsonTypeInfo<T> TypeOf<T>() =>
        RegistryJsonContext.Default.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new NotSupportedException($"{typeof(T).Name} is no record of the registry.");
}
