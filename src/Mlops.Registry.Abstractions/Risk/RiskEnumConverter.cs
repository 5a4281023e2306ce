using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>Writes an enumeration by its names in camel case, and reads nothing else.</summary>
internal sealed class RiskEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
