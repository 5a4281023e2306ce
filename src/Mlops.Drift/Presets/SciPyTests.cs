using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Drift.Presets;

/// <summary>The tests of SciPy that several libraries call, with the ways that SciPy chooses.</summary>
internal static class SciPyTests
{
    private const int MostForExactCramerVonMises = 20;
    private const int MostForExactRanks = 8;

    /// <summary><c>cramervonmises_2samp</c>: exact up to 20 values on the longer side, otherwise the limit for continuous data.</summary>
    /// <remarks>Where values tie within 20, SciPy reads the statistic by midranks off the distribution without ties; the exact one here is given the ties.</remarks>
    public static MethodScore CramerVonMisesPValue(double[] reference, double[] current, ComputeContext? context)
    {
        if (reference.Length < 2 || current.Length < 2)
        {
            return MethodScore.None(ResultStatus.TooFewRows, "fewer than two values on a side, where SciPy throws");
        }

        var method =
            Math.Max(reference.Length, current.Length) > MostForExactCramerVonMises
                ? CramerVonMisesMethod.Asymptotic
                : CramerVonMisesMethod.Exact;
        var test = CramerVonMises.Test(reference, current, new() { Method = method }, context);
        return Scored(test.Status, test.PValue);
    }

    /// <summary><c>anderson_ksamp</c>: the p-value by interpolation, kept within [0.001, 0.25].</summary>
    public static MethodScore AndersonDarlingPValue(double[] reference, double[] current, ComputeContext? context)
    {
        var test = AndersonDarling.Test(
            reference,
            current,
            new() { Method = AndersonDarlingMethod.Interpolated },
            context
        );
        return Scored(test.Status, test.PValue);
    }

    /// <summary><c>energy_distance</c>.</summary>
    public static MethodScore Energy(double[] reference, double[] current, ComputeContext? context)
    {
        var measured = EnergyDistance.Measure(reference, current, context);
        return Scored(measured.Status, measured.Distance);
    }

    /// <summary><c>epps_singleton_2samp</c>, at 0.4 and 0.8.</summary>
    public static MethodScore EppsSingletonPValue(double[] reference, double[] current)
    {
        var pooled = SortedCopy.Of([.. reference, .. current]);
        if (NumPyQuantile.OfSorted(pooled, 0.75) == NumPyQuantile.OfSorted(pooled, 0.25))
        {
            return MethodScore.None(
                ResultStatus.Undefined,
                "the interquartile range of both is 0, where the library throws"
            );
        }

        var test = EppsSingleton.Test(reference, current);
        return Scored(test.Status, test.PValue);
    }

    /// <summary><c>mannwhitneyu</c>: exact without ties where a side has at most 8 values, otherwise normal with a continuity correction.</summary>
    public static MethodScore MannWhitneyPValue(
        double[] reference,
        double[] current,
        TwoSampleAlternative alternative,
        ComputeContext? context
    )
    {
        var isExact =
            Math.Min(reference.Length, current.Length) <= MostForExactRanks
            && CategoryPair.Distinct([.. reference, .. current]).Length == reference.Length + current.Length;
        var test = MannWhitney.Test(
            reference,
            current,
            new()
            {
                Alternative = alternative,
                Method = isExact ? MannWhitneyMethod.Exact : MannWhitneyMethod.Asymptotic,
            },
            context
        );
        return Scored(test.Status, test.PValue);
    }

    /// <summary><c>ttest_ind</c>, two-sided.</summary>
    public static MethodScore TTestPValue(double[] reference, double[] current, TTestVariances variances)
    {
        var test = TTest.Test(reference, current, new() { Variances = variances });
        return Scored(test.Status, test.PValue);
    }

    private static MethodScore Scored(ResultStatus status, double value) =>
        status == ResultStatus.Ok && !double.IsNaN(value)
            ? new(value)
            : MethodScore.None(
                status == ResultStatus.Ok ? ResultStatus.Undefined : status,
                "the test has no answer for these values, where SciPy throws or answers NaN"
            );
}
