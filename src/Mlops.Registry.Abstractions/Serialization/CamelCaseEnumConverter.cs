using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlops.Registry.Serialization;

/// <summary>Writes an enumeration by name, beginning with a small letter; numbers are not read.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, false)
    where T : struct, Enum;
