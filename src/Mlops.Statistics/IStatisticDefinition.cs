using System.Text.Json;

namespace Mlops.Statistics;

/// <summary>What a statistic is, before any data: its edges, classes, size or seed. Immutable, with value equality.</summary>
public interface IStatisticDefinition
{
    /// <summary>A stable, lower-case, dotted identifier: <c>statistics.moments</c>.</summary>
    string Id { get; }

    /// <summary>The version of the definition and of its serialised form, from 1. A changed number is a new version.</summary>
    int Version { get; }

    /// <summary>Makes an empty accumulator of this definition.</summary>
    IAccumulator Create();

    /// <summary>Reads an accumulator of this definition from what <see cref="IAccumulator.WriteTo"/> wrote.</summary>
    /// <param name="state">The serialised state.</param>
    /// <exception cref="FormatException">It is not such a state.</exception>
    IAccumulator Read(JsonElement state);
}
