using System.Globalization;
using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Sketches.FrequentItems;
using Mlops.Statistics.Sketches.Quantiles;

namespace Mlops.Data.Profiles;

/// <summary>How large the sketches of a profile are that knows no reference. Immutable, with value equality.</summary>
/// <remarks>Profiles merge when theirs are equal, so parts that are to be merged need the same.</remarks>
public sealed record SketchOptions
{
    /// <summary>The default sizes: under 10 KB a number column.</summary>
    public static SketchOptions Default { get; } = new();

    /// <summary>The size k of the quantile sketch of a number column.</summary>
    /// <value>The default is 240, with which a hundred number columns stay under a megabyte; the error falls as 1 / k, and the bytes grow as k.</value>
    public int QuantileSize { get; init; } = 240;

    /// <summary>How many categories a column holds before it keeps the frequent ones only.</summary>
    /// <value>The default is 256: up to so many categories are counted exactly.</value>
    public int CategoryCapacity { get; init; } = 256;

    /// <summary>The precision p of the count of distinct values, of 2^p registers: its relative error is about 1.04 / 2^(p/2).</summary>
    /// <value>The default is 9, an error of about 5%.</value>
    public int CardinalityPrecision { get; init; } = 9;

    /// <summary>The seed of the sketches.</summary>
    /// <value>The default is 0. The same data, parts and seed give the same profile, byte for byte.</value>
    public ulong Seed { get; init; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteInteger("cardinalityPrecision", CardinalityPrecision);
        writer.WriteInteger("categoryCapacity", CategoryCapacity);
        writer.WriteInteger("quantileSize", QuantileSize);
        writer.WriteString("seed", Seed.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    internal static SketchOptions Read(JsonElement element)
    {
        var options = new SketchOptions
        {
            CardinalityPrecision = Size(element, "cardinalityPrecision"),
            CategoryCapacity = Size(element, "categoryCapacity"),
            QuantileSize = Size(element, "quantileSize"),
            Seed = ulong.TryParse(
                element.RequiredString("seed"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seed
            )
                ? seed
                : throw new FormatException($"'seed' is '{element.RequiredString("seed")}'; it is a whole number."),
        };
        try
        {
            // The sketches know their limits.
            _ = (options.Quantiles, options.Categories, options.Cardinality);
            return options;
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"The sizes of the sketches are not possible: {error.Message}", error);
        }
    }

    private static int Size(JsonElement element, string name) =>
        element.Required(name).GetInteger() is >= 0 and <= int.MaxValue and var size
            ? (int)size
            : throw new FormatException($"'{name}' must be a positive whole number.");

    internal KllDefinition<double> Quantiles => new(QuantileSize, Seed);

    internal FrequentItemsDefinition Categories => new(CategoryCapacity);

    internal HyperLogLogDefinition Cardinality => new(CardinalityPrecision, Seed);
}
