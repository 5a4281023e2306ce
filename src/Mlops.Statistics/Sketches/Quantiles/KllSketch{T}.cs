using System.Numerics;
using System.Text.Json;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>A quantile sketch by Karnin, Lang and Liberty: quantiles and shares of a stream of any length, which merge, with a bound on their error.</summary>
/// <typeparam name="T">What the values are: <see cref="double"/> or <see cref="float"/>.</typeparam>
/// <remarks>
/// <para>Values are gathered in a base. When it is full it is sorted, and a fair coin says whether its items of even or of odd position
/// go to the level above, where each stands for two values; levels that grow too full are compacted alike, to items of four, eight, …
/// values. Level h below the highest of H has a capacity of size (2/3)^(H - 1 - h). One compaction at level h moves any rank by at
/// most 2^h, up or down with equal probability, so V = Σ 4^h bounds the variance of a rank, and errors can be stated afterwards from
/// what was compacted: <see cref="RankError"/> for one value or bin, <see cref="UniformRankError"/> for all at once.</para>
/// <para>What is promised is over the coins, for whatever values in whatever order, as long as they were not chosen by someone who knows
/// the seed. Up to size values every answer is exact (<see cref="IsExact"/>), and so it stays while the values are constant. NaN
/// is counted apart, infinities are values, -0.0 is 0.0.</para>
/// <para>The coins are a function of the seed and of all that was compacted before: the same calls give the same bits on any machine, and
/// parts with the same seed have independent errors unless they are of the same values.</para>
/// <para>Measured (absolute error of the share, 200 seeds): 10^6 values in random order, the 99% quantile of the error of one value and of
/// the greatest error of all; and the greatest <see cref="RankError"/> (0.99) and size of <see cref="ToBytes"/> from 10^4 to 10^7 values of
/// double, beyond which neither grows but by one short level for each doubling. Just after the first compaction, near size values, the
/// stated bound is up to a quarter greater.</para>
/// <list type="table">
/// <listheader><term>Size</term><description>One value; all values; stated bound; bytes</description></listheader>
/// <item><term>128</term><description>1.02%; 1.69%; 2.26%; 3,700</description></item>
/// <item><term>256</term><description>0.52%; 0.84%; 1.16%; 6,940</description></item>
/// <item><term>512</term><description>0.25%; 0.42%; 0.58%; 13,520</description></item>
/// <item><term>1,024</term><description>0.13%; 0.23%; 0.31%; 26,800</description></item>
/// </list>
/// <para>A value takes amortised constant time, a query O(size) after a change and O(log size) after another query; O(size + log(n / size)) items
/// are kept. Not thread-safe; one that nobody adds to can be asked from several threads.</para>
/// <para>References: Karnin, Lang and Liberty, "Optimal quantile approximation in streams" (2016); Ivkin, Liberty, Lang, Karnin and
/// Braverman, "Streaming quantiles algorithms with small space and update time" (2019).</para>
/// </remarks>
public sealed partial class KllSketch<T> : IAccumulator<KllSketch<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private KllView<T>? _view;

    internal KllSketch(KllDefinition<T> definition, KllLevels<T> levels, long count = 0, long missingCount = 0)
    {
        Definition = definition;
        Levels = levels;
        Count = count;
        MissingCount = missingCount;
    }

    /// <summary>The definition it was made by.</summary>
    public KllDefinition<T> Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many values it has taken in: all but NaN.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were NaN. They are not in <see cref="Count"/>.</summary>
    public long MissingCount { get; private set; }

    /// <summary>The least value, exactly; NaN when there is none.</summary>
    public T Minimum
    {
        get
        {
            var least = Levels.Range.Least;
            foreach (var value in Levels[0])
            {
                least = T.Min(least, value);
            }

            return Count == 0 ? T.NaN : least;
        }
    }

    /// <summary>The greatest value, exactly; NaN when there is none.</summary>
    public T Maximum
    {
        get
        {
            var greatest = Levels.Range.Greatest;
            foreach (var value in Levels[0])
            {
                greatest = T.Max(greatest, value);
            }

            return Count == 0 ? T.NaN : greatest;
        }
    }

    /// <summary>How many items it holds; they stand for <see cref="Count"/> values.</summary>
    public long RetainedCount => Levels.RetainedCount;

    internal KllLevels<T> Levels { get; }

    /// <summary>Takes in one value.</summary>
    /// <param name="value">Any value; NaN is missing, infinities are values, -0.0 is 0.0.</param>
    /// <exception cref="OverflowException">It is more than 2^63 - 1 values; it is not taken in.</exception>
    public void Add(T value) => Add([value]);

    /// <summary>Takes in values; the state is the same as if they were taken in one by one.</summary>
    /// <param name="values">Any values; NaN is missing, infinities are values, -0.0 is 0.0.</param>
    /// <remarks>Amortised constant time a value; beyond the sketch's own arrays, which grow with its size, nothing is allocated.</remarks>
    /// <exception cref="OverflowException">They are more than 2^63 - 1 values; none is taken in.</exception>
    public void Add(ReadOnlySpan<T> values)
    {
        _ = checked(Count + values.Length);
        var missing = Levels.Add(values);
        Count += values.Length - missing;
        MissingCount += missing;
    }

    /// <summary>Takes in everything that <paramref name="other"/> has seen, which stays as it is.</summary>
    /// <param name="other">A sketch of an equal definition, of any count.</param>
    /// <remarks>
    /// The merge law: counts, least and greatest value are exact; ranks are within the bound of the merged sketch, whose variance is the sum of both
    /// (in units of values). Two sketches of the very same values in the same order have the same errors, which is noticed when one
    /// is merged with the other, but not later: data that come twice must not be counted twice.
    /// </remarks>
    /// <exception cref="ArgumentException">The definitions are not equal.</exception>
    /// <exception cref="OverflowException">They are more than 2^63 - 1 values; nothing is merged.</exception>
    public void Merge(KllSketch<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        var (count, missing) = checked((Count + other.Count, MissingCount + other.MissingCount));
        Levels.Merge(ReferenceEquals(this, other) ? Levels.Copy() : other.Levels);
        (Count, MissingCount) = (count, missing);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SketchState.WriteTo(writer, KllPayload<T>.Write(this));
    }

    /// <summary>The sketch as a binary envelope, for <see cref="KllDefinition{T}.FromBytes"/>.</summary>
    /// <remarks>Kind <c>mlops.statistics.kll</c>; the same state gives the same bytes on every machine.</remarks>
    public byte[] ToBytes() => SketchState.Seal(KllDefinition<T>.Kind, Definition.Version, KllPayload<T>.Write(this));
}
