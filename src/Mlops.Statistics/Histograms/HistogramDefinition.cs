using System.Collections.Immutable;
using System.Text.Json;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts of values in bins between given inner edges. Bin i holds edge[i-1] &lt; x ≤ edge[i]; the first and last bins are open-ended.</summary>
/// <remarks>Immutable; two definitions are equal when their edges are, by value (-0.0 is taken as 0.0).</remarks>
public sealed class HistogramDefinition : IStatisticDefinition<HistogramAccumulator>, IEquatable<HistogramDefinition>
{
    /// <summary>Makes the definition.</summary>
    /// <param name="edges">The inner edges, strictly ascending, no NaN; none for a single bin.</param>
    /// <exception cref="ArgumentException">An edge is NaN, or not above the one before it.</exception>
    public HistogramDefinition(params ReadOnlySpan<double> edges)
    {
        HistogramEdges.ThrowIfInvalid(edges);
        var copy = ImmutableArray.CreateBuilder<double>(edges.Length);
        foreach (var edge in edges)
        {
            copy.Add(edge == 0 ? 0 : edge);
        }

        Edges = copy.MoveToImmutable();
    }

    /// <summary>The inner edges, strictly ascending.</summary>
    public ImmutableArray<double> Edges { get; }

    /// <summary>How many bins there are: one more than edges.</summary>
    public int BinCount => Edges.Length + 1;

    /// <inheritdoc/>
    public string Id => "statistics.histogram";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>The bin that a value falls in.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>The index of the bin, from 0; -1 for NaN, which falls in none.</returns>
    /// <remarks>Logarithmic in the number of edges.</remarks>
    public int FindBin(double value)
    {
        if (double.IsNaN(value))
        {
            return -1;
        }

        var position = Edges.AsSpan().BinarySearch(value == 0 ? 0 : value);
        return position < 0 ? ~position : position;
    }

    /// <inheritdoc/>
    public HistogramAccumulator Create() => new(this);

    /// <inheritdoc/>
    public HistogramAccumulator Read(JsonElement state) => HistogramAccumulator.ReadFrom(this, state);

    /// <inheritdoc/>
    public bool Equals(HistogramDefinition? other) =>
        other is not null && Edges.AsSpan().SequenceEqual(other.Edges.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HistogramDefinition);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var edge in Edges)
        {
            hash.Add(edge);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} v{Version}, {BinCount} bins";
}
