using System.Globalization;
using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Equivalence;

/// <summary>A tolerated change, stated in the measure that its owner thinks in, and what it is as a Jensen-Shannon distance.</summary>
/// <remarks>
/// The verdict measures change as a distance over bins. For a numeric column these are the reference's deciles, so the
/// measures of a normal variable (shift, scale, Kolmogorov-Smirnov, population stability) are converted there: the distance is
/// that between a tenth in each decile and what the changed variable puts into them. The default value is no bound: its
/// distance is 0.
/// </remarks>
public readonly record struct EffectBound
{
    private EffectBound(EffectMeasure measure, double value, double distance, double from = 0)
    {
        Measure = measure;
        Value = value;
        Distance = distance;
        From = from;
    }

    /// <summary>The measure it is stated in.</summary>
    public EffectMeasure Measure { get; }

    /// <summary>The amount, in the unit of its measure; for a missing share, the share it changes to.</summary>
    public double Value { get; }

    /// <summary>For a missing share, the share it changes from; otherwise 0.</summary>
    public double From { get; }

    /// <summary>The Jensen-Shannon distance, base 2: what <see cref="EquivalenceOptions.Bound"/> takes if it lies in (0,1).</summary>
    public double Distance { get; }

    /// <summary>A bound as it is.</summary>
    /// <param name="distance">The Jensen-Shannon distance, base 2, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public static EffectBound JensenShannon(double distance) =>
        new(EffectMeasure.JensenShannon, OpenUnit(distance, nameof(distance)), distance);

    /// <summary>A shift of a normal variable.</summary>
    /// <param name="standardDeviations">The shift in standard deviations, in (0, 30]; the direction makes no difference.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in that range.</exception>
    public static EffectBound Shift(double standardDeviations)
    {
        if (!(standardDeviations is > 0 and <= NormalDeciles.LargestShift))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviations),
                standardDeviations,
                "A shift must lie in (0, 30] standard deviations."
            );
        }

        return new(EffectMeasure.Shift, standardDeviations, NormalDeciles.Distance(standardDeviations, 1));
    }

    /// <summary>A change of a normal variable's spread.</summary>
    /// <param name="ratio">The current over the reference's standard deviation: positive, finite, not 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not such a number.</exception>
    public static EffectBound ScaleRatio(double ratio)
    {
        if (!(ratio > 0) || double.IsPositiveInfinity(ratio) || ratio == 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ratio),
                ratio,
                "A ratio of standard deviations must be positive, finite and other than 1."
            );
        }

        return new(EffectMeasure.ScaleRatio, ratio, NormalDeciles.Distance(0, ratio));
    }

    /// <summary>The shift of a normal variable that has a Kolmogorov-Smirnov distance.</summary>
    /// <param name="distance">The largest difference of the two distribution functions, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public static EffectBound KolmogorovSmirnov(double distance)
    {
        // Two normal distributions s apart differ most halfway: D = 2 Φ(s/2) - 1.
        var shift = 2 * Normal.Quantile((1 + OpenUnit(distance, nameof(distance))) / 2);
        return new(EffectMeasure.KolmogorovSmirnov, distance, NormalDeciles.Distance(shift, 1));
    }

    /// <summary>The shift of a normal variable that has a population stability index on the reference's deciles.</summary>
    /// <param name="index">The index, in (0, 10].</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in that range.</exception>
    public static EffectBound PopulationStability(double index)
    {
        if (!(index is > 0 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "The index must lie in (0, 10].");
        }

        var shift = NormalDeciles.Solve(s => NormalDeciles.StabilityIndex(s), index, 0, NormalDeciles.LargestShift);
        return new(EffectMeasure.PopulationStability, index, NormalDeciles.Distance(shift, 1));
    }

    /// <summary>A change of the share of missing rows.</summary>
    /// <param name="from">The reference's share, in [0,1].</param>
    /// <param name="to">The current share, in [0,1], another one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not in [0,1], or they are equal.</exception>
    public static EffectBound MissingShare(double from, double to)
    {
        if (!(from is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, "A share lies in [0,1].");
        }

        if (!(to is >= 0 and <= 1) || to == from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to),
                to,
                "A share lies in [0,1], and must differ from the one it changes from."
            );
        }

        return new(EffectMeasure.MissingShare, to, Divergences.JensenShannon.BernoulliDistance(from, to), from);
    }

    /// <summary>What a distance amounts to in each of the other measures.</summary>
    /// <param name="distance">The Jensen-Shannon distance, base 2, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public static EffectEquivalents Equivalents(double distance = EquivalenceOptions.DefaultBound) =>
        EffectEquivalents.Of(OpenUnit(distance, nameof(distance)));

    /// <summary>The bound in words, such as "a shift of 0.24 standard deviations (Jensen-Shannon distance 0.0994)".</summary>
    public string Describe()
    {
        var culture = CultureInfo.InvariantCulture;
        var words = Measure switch
        {
            EffectMeasure.JensenShannon => string.Create(culture, $"a Jensen-Shannon distance of {Value:G3}"),
            EffectMeasure.Shift => string.Create(culture, $"a shift of {Value:G3} standard deviations"),
            EffectMeasure.ScaleRatio => string.Create(culture, $"a scale of {Value:G3}"),
            EffectMeasure.KolmogorovSmirnov => string.Create(culture, $"a Kolmogorov-Smirnov distance of {Value:G3}"),
            EffectMeasure.PopulationStability => string.Create(culture, $"a population stability index of {Value:G3}"),
            EffectMeasure.MissingShare => string.Create(
                culture,
                $"missing rows from {100 * From:0.##}% to {100 * Value:0.##}%"
            ),
            _ => "no bound",
        };
        return Measure is EffectMeasure.JensenShannon or EffectMeasure.None
            ? words
            : string.Create(culture, $"{words} (Jensen-Shannon distance {Distance:G3})");
    }

    /// <inheritdoc/>
    public override string ToString() => Describe();

    private static double OpenUnit(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The distance must lie in (0,1).");
}
