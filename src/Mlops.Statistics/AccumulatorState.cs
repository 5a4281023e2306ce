using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics;

/// <summary>Reads the parts of a serialised state, and says what is wrong with it.</summary>
internal static class AccumulatorState
{
    internal static JsonElement Property(JsonElement state, string name, string definitionId)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"The state of '{definitionId}' is a JSON object; this is {state.ValueKind}.");
        }

        return state.TryGetProperty(name, out var property)
            ? property
            : throw new FormatException($"The state of '{definitionId}' has no '{name}'.");
    }

    internal static JsonElement Array(JsonElement state, string name, string definitionId)
    {
        var property = Property(state, name, definitionId);
        return property.ValueKind == JsonValueKind.Array
            ? property
            : throw new FormatException(
                $"'{name}' in the state of '{definitionId}' is an array; this is {property.ValueKind}."
            );
    }

    internal static long Count(JsonElement state, string name, string definitionId) =>
        Count(Property(state, name, definitionId).GetInteger(), name, definitionId);

    internal static long Count(long value, string name, string definitionId) =>
        value >= 0
            ? value
            : throw new FormatException(
                $"'{name}' in the state of '{definitionId}' is {value}; a count is not negative."
            );

    internal static double Real(JsonElement state, string name, string definitionId) =>
        Property(state, name, definitionId).GetReal();

    internal static ArgumentException UnequalDefinitions(string definitionId, string parameterName) =>
        new(
            $"The other accumulator is of another definition of '{definitionId}'; only equal ones merge.",
            parameterName
        );
}
