using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Profiles;

public sealed partial class NumericBinning
{
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("isDiscrete", IsDiscrete);
        writer.WriteReal("lowerTail", LowerTail);
        WriteNumbers(writer, "pictureEdges", _pictureEdges);
        WriteNumbers(writer, "points", _points);
        writer.WriteReal("upperTail", UpperTail);
        writer.WriteEndObject();
    }

    internal static NumericBinning Read(JsonElement element)
    {
        var isDiscrete = element.Required("isDiscrete").ValueKind == JsonValueKind.True;
        var points = ReadAscending(element, "points");
        if (isDiscrete && points.Length > MaximumDiscreteValues)
        {
            throw new FormatException(
                $"'points' has {points.Length} discrete values; {MaximumDiscreteValues} is the most."
            );
        }

        return new NumericBinning(
            isDiscrete,
            points,
            element.Required("lowerTail").GetReal(),
            element.Required("upperTail").GetReal(),
            ReadAscending(element, "pictureEdges")
        );
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string property, double[] numbers)
    {
        writer.WriteStartArray(property);
        foreach (var number in numbers)
        {
            writer.WriteReal(number);
        }

        writer.WriteEndArray();
    }

    private static double[] ReadAscending(JsonElement element, string property)
    {
        double[] numbers = [.. element.RequiredArray(property).Select(number => number.GetReal())];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (double.IsNaN(numbers[i]) || (i > 0 && !(numbers[i] > numbers[i - 1])))
            {
                throw new FormatException($"'{property}' must ascend strictly; element {i} is {numbers[i]:R}.");
            }
        }

        return numbers;
    }
}
