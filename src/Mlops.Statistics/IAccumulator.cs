using System.Text.Json;

namespace Mlops.Statistics;

/// <summary>A statistic that is computed from parts: fed in blocks, merged across threads, windows and machines, saved.</summary>
/// <remarks>
/// <c>Add</c> is each class's own, over one or more spans, and so is <c>Value</c>. Instances are not thread-safe: give each
/// thread its own and merge them.
/// </remarks>
public interface IAccumulator
{
    /// <summary>The definition it was made by.</summary>
    IStatisticDefinition Definition { get; }

    /// <summary>How many values it has taken in.</summary>
    long Count { get; }

    /// <summary>Writes the state as one JSON value, for <see cref="IStatisticDefinition.Read"/>.</summary>
    /// <param name="writer">Where to. Numbers go through <c>WriteReal</c> and <c>WriteInteger</c>.</param>
    void WriteTo(Utf8JsonWriter writer);
}
