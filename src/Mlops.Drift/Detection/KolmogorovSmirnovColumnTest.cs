using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Detection;

/// <summary>The two-sample Kolmogorov-Smirnov test: on the values where they are there, otherwise a bound of it at the edges of cells.</summary>
internal sealed class KolmogorovSmirnovColumnTest : IColumnTest
{
    public const string TestId = "kolmogorov-smirnov";

    /// <summary>The most pairs of rows for which the p-value is exact: some milliseconds a column.</summary>
    private const long MostPairsForExact = 10_000_000;

    /// <summary>How surely a sketch's error is bounded.</summary>
    private const double SketchFailure = 0.01;

    private static readonly KolmogorovSmirnovOptions s_exact = new() { Method = KolmogorovSmirnovMethod.Auto };
    private static readonly KolmogorovSmirnovOptions s_asymptotic = new()
    {
        Method = KolmogorovSmirnovMethod.Asymptotic,
    };

    public string Id => TestId;

    public string Name => "Kolmogorov-Smirnov";

    public string StatisticName => "D";

    public bool HasPValue => true;

    public double DefaultThreshold => 0.05;

    public bool IsAlwaysRun => true;

    public bool AppliesTo(ColumnKind kind) => kind == ColumnKind.Number;

    public ColumnTest Run(TestInput input)
    {
        if (input.Values is not { } values)
        {
            return OfCells(
                (NumericColumnProfile)input.Reference,
                (NumericColumnProfile)input.Current,
                input.RowDesignEffect
            );
        }

        var pairs = (double)values.Reference.Length * values.Current.Length;
        var test = KolmogorovSmirnov.TestSorted(
            values.Reference,
            values.Current,
            pairs <= MostPairsForExact ? s_exact : s_asymptotic,
            input.Context
        );
        return test.Status != ResultStatus.Ok ? ColumnTest.Unanswered(TestId, test.Status)
            : input.IsIndependent ? ColumnTest.Of(TestId, test.Statistic, test.PValue)
            : OfDependentRows(test, input.RowDesignEffect);
    }

    // As with so many independent rows.
    private static ColumnTest OfDependentRows(KolmogorovSmirnovResult test, double designEffect)
    {
        double n = test.ReferenceCount,
            m = test.CurrentCount;
        var size = (long)Math.Round(n * m / (n + m) / designEffect, MidpointRounding.ToEven);
        return size < 1
            ? ColumnTest.Unanswered(TestId, ResultStatus.TooFewRows)
            : ColumnTest.Of(TestId, test.Statistic, Kolmogorov.Survival(test.Statistic, size), TestPrecision.Estimate);
    }

    private static ColumnTest OfCells(NumericColumnProfile reference, NumericColumnProfile current, double designEffect)
    {
        double n = reference.PresentCount,
            m = current.PresentCount;
        var size = (long)Math.Round(n * m / (n + m) / designEffect, MidpointRounding.ToEven);
        if (size < 1)
        {
            return ColumnTest.Unanswered(TestId, ResultStatus.TooFewRows);
        }

        var distance = Math.Max(
            0,
            BinnedDistance.LargestDifference(reference, current) - Error(reference) - Error(current)
        );
        return ColumnTest.Of(TestId, distance, Kolmogorov.Survival(distance, size), TestPrecision.Bound);
    }

    // All edges at once, by a sub-Gaussian tail and a union over them.
    private static double Error(NumericColumnProfile profile) =>
        Math.Sqrt(2 * Math.Log(2 * profile.Cells.Length / SketchFailure) * profile.CountVariance)
        / profile.PresentCount;
}
