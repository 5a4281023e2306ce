using System.Text.Json;

namespace Mlops.Conformance.Protocol;

/// <summary>Numbers as the protocol writes them: NaN and the infinities are strings.</summary>
internal static class NumberValue
{
    public static double Read(JsonElement given, string place, string argument) =>
        given.ValueKind switch
        {
            JsonValueKind.Number => given.GetDouble(),
            JsonValueKind.String when given.ValueEquals("NaN") => double.NaN,
            JsonValueKind.String when given.ValueEquals("Infinity") => double.PositiveInfinity,
            JsonValueKind.String when given.ValueEquals("-Infinity") => double.NegativeInfinity,
            _ => throw InvalidCaseException.Argument(
                argument,
                $"{place} is {given.GetRawText()}; it must be a number, \"NaN\", \"Infinity\" or \"-Infinity\"."
            ),
        };

    public static void Write(Utf8JsonWriter writer, double value)
    {
        switch (value)
        {
            case double.NaN:
                writer.WriteStringValue("NaN");
                break;
            case double.PositiveInfinity:
                writer.WriteStringValue("Infinity");
                break;
            case double.NegativeInfinity:
                writer.WriteStringValue("-Infinity");
                break;
            default:
                writer.WriteNumberValue(value);
                break;
        }
    }
}
