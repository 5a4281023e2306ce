using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Location.</content>
internal static partial class PowerTests
{
    private static IEnumerable<PowerTest> Location()
    {
        yield return Of("Mann-Whitney", (x, y, _) => MannWhitneyOf(x, y, default), Granularity.Exact);
        yield return Of(
            "Mann-Whitney (one-sided)",
            (x, y, _) => MannWhitneyOf(x, y, TwoSampleAlternative.CurrentGreater),
            Granularity.Exact
        ) with
        {
            IsOneSided = true,
        };
        yield return Of(
            "Brunner-Munzel",
            (x, y, seed) => BrunnerMunzel.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );
        yield return Of(
            "Brunner-Munzel (Student's t)",
            (x, y, _) => BrunnerMunzel.Test(x, y, new() { Method = BrunnerMunzelMethod.StudentT }, s_oneThread).PValue
        ) with
        {
            Note =
                "Student's t is an approximation, a little liberal with few rows; by default few rows are permuted, and the test keeps its level",
            KnownSizes = [new("same", 20, 0.0534), new("same, ties", 20, 0.0534)],
        };
        yield return Of(
            "Kruskal-Wallis (two samples)",
            (x, y, _) => KruskalWallis.Test(x, y, null, s_oneThread).PValue
        );
        yield return Of("Welch's t", (x, y, _) => TOf(x, y, new()));
        yield return Of(
            "Welch's t (one-sided)",
            (x, y, _) => TOf(x, y, new() { Alternative = TwoSampleAlternative.CurrentGreater })
        ) with
        {
            IsOneSided = true,
        };
        yield return Of("Student's t", (x, y, _) => TOf(x, y, new() { Variances = TTestVariances.Equal }));
        yield return Of(
            "difference of means (permuted)",
            (x, y, seed) => PermutationTest.Test(x, y, MeanDistance, Draws(seed), s_oneThread).PValue,
            cost: 5
        );

        static PowerTest Of(
            string name,
            Func<double[], double[], ulong, double> pValue,
            Granularity granularity = Granularity.Fine,
            int cost = 1
        ) => new(PowerFamily.Location, name, pValue, granularity, cost);
    }

    private static double MannWhitneyOf(double[] x, double[] y, TwoSampleAlternative alternative) =>
        MannWhitney.Test(x, y, new() { Alternative = alternative }, s_oneThread).PValue;

    private static double TOf(double[] x, double[] y, TTestOptions options) =>
        TTest.Test(x, y, options, s_oneThread).PValue;

    private static double MeanDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Math.Abs(Mean(y) - Mean(x));

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
