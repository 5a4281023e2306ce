using Mlops.Statistics.Divergences;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class DivergenceEstimateTests
{
    private static readonly long[] Reference = [120, 80, 50, 30, 20];
    private static readonly long[] Current = [100, 90, 70, 25, 35];
    private static readonly DivergenceEstimateOptions Delta = new() { Method = DivergenceIntervalMethod.Delta };

    /// <summary>NumPy and SciPy: the definitions, bias and variance from derivatives taken numerically, chi2.sf, and ncx2 with a root finder.</summary>
    [Fact]
    public void Smooth_ReferenceValues_Agree()
    {
        Near(
            DivergenceEstimate.JensenShannon(Reference, Current),
            0.10638471855018262,
            0.0814546630282239,
            0.06825469021396219,
            0.04546539023322372,
            0.1597903784085597
        );
        Near(
            DivergenceEstimate.Hellinger(Reference, Current),
            0.08868524491895334,
            0.06767797766107753,
            0.0568257570707744,
            0.04499518884445037,
            0.13316116545334356
        );
        Near(
            DivergenceEstimate.KullbackLeibler(Reference, Current),
            0.030904064726949232,
            0.01817555951874808,
            0.012916666666666667,
            0.048322789685245886,
            0.06999706860916477
        );
        Near(
            DivergenceEstimate.PopulationStability(Reference, Current),
            0.06308394281142457,
            0.0364882496804321,
            0.025833333333333333,
            0.04452540915258438,
            0.14212782885308392
        );

        static void Near(
            DivergenceEstimateResult result,
            double value,
            double corrected,
            double expected,
            double p,
            double upper
        )
        {
            Relative.Equal(value, result.Value, 1e-12);
            Relative.Equal(corrected, result.BiasCorrected, 1e-5);
            Relative.Equal(expected, result.ExpectedUnderNoChange, 1e-13);
            Relative.Equal(p, result.PValue, 1e-11);
            Assert.Equal(0, result.Interval.Lower);
            Relative.Equal(upper, result.Interval.Upper, 1e-9);
            Assert.Equal(
                (ResultStatus.Ok, 5, DivergenceIntervalMethod.NoncentralChiSquare),
                (result.Status, result.BinCount, result.Method)
            );
        }
    }

    /// <summary>As above.</summary>
    [Fact]
    public void Delta_ReferenceValues_Agree()
    {
        Relative.Equal(
            0.1595823090173021,
            DivergenceEstimate.JensenShannon(Reference, Current, Delta).Interval.Upper,
            1e-7
        );
        Relative.Equal(
            0.13312805288957236,
            DivergenceEstimate.Hellinger(Reference, Current, Delta).Interval.Upper,
            1e-7
        );
        Relative.Equal(
            0.06938056464554643,
            DivergenceEstimate.KullbackLeibler(Reference, Current, Delta).Interval.Upper,
            1e-7
        );
        Relative.Equal(
            0.1423608972670879,
            DivergenceEstimate.PopulationStability(Reference, Current, Delta).Interval.Upper,
            1e-7
        );
    }

    [Fact]
    public void Value_AnyMeasure_IsThatOfItsClass()
    {
        Relative.Equal(
            JensenShannon.Distance(Reference, Current),
            DivergenceEstimate.JensenShannon(Reference, Current).Value,
            1e-13
        );
        Relative.Equal(
            Hellinger.Distance(Reference, Current),
            DivergenceEstimate.Hellinger(Reference, Current).Value,
            1e-13
        );
        Relative.Equal(
            KullbackLeibler.Divergence(Reference, Current),
            DivergenceEstimate.KullbackLeibler(Reference, Current).Value,
            1e-13
        );
        Relative.Equal(
            PopulationStabilityIndex.Index(Reference, Current, 0.1),
            DivergenceEstimate.PopulationStability(Reference, Current, null, 0.1).Value,
            1e-13
        );
        Relative.Equal(
            TotalVariation.Distance(Reference, Current),
            DivergenceEstimate.TotalVariation(Reference, Current).Value,
            1e-13
        );
        Relative.Equal(
            Chebyshev.Distance(Reference, Current),
            DivergenceEstimate.Chebyshev(Reference, Current).Value,
            1e-13
        );
    }

    [Fact]
    public void EmptyBins_OnBothSides_CountForNothing()
    {
        long[] p = [3, 0, 0, 9],
            q = [5, 0, 0, 2];
        Assert.Equal(DivergenceEstimate.JensenShannon([3, 9], [5, 2]), DivergenceEstimate.JensenShannon(p, q));
        Assert.Equal(DivergenceEstimate.KullbackLeibler([3, 9], [5, 2]), DivergenceEstimate.KullbackLeibler(p, q));
        Assert.Equal(
            DivergenceEstimate.PopulationStability([3, 9], [5, 2], null, 0),
            DivergenceEstimate.PopulationStability(p, q, null, 0)
        );
        Assert.Equal(DivergenceEstimate.TotalVariation([3, 9], [5, 2]), DivergenceEstimate.TotalVariation(p, q));
    }

    [Fact]
    public void EmptyBins_OnOneSide_NeverGiveNaN()
    {
        long[] p = [30, 12, 0],
            q = [25, 0, 17];
        foreach (
            var method in new[]
            {
                DivergenceIntervalMethod.NoncentralChiSquare,
                DivergenceIntervalMethod.Delta,
                DivergenceIntervalMethod.Replicates,
            }
        )
        {
            var options = new DivergenceEstimateOptions { Method = method };
            foreach (
                var result in new[]
                {
                    DivergenceEstimate.JensenShannon(p, q, options),
                    DivergenceEstimate.Hellinger(p, q, options),
                    DivergenceEstimate.PopulationStability(p, q, options),
                }
            )
            {
                Assert.Equal(ResultStatus.Ok, result.Status);
                Assert.True(result.PValue < 0.01 && result.Interval.Lower > 0 && result.Interval.Upper >= result.Value);
                Assert.True(result.BiasCorrected > 0 && result.BiasCorrected <= result.Value);
            }
        }

        var infinite = DivergenceEstimate.KullbackLeibler(p, q);
        Assert.Equal(
            (ResultStatus.Infinite, double.PositiveInfinity, double.NaN),
            (infinite.Status, infinite.Value, infinite.PValue)
        );
    }

    [Fact]
    public void NoAnswer_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, DivergenceEstimate.JensenShannon([0, 0], [1, 2]).Status);
        Assert.Equal(ResultStatus.Undefined, DivergenceEstimate.TotalVariation([5], [3]).Status);
        Assert.Throws<ArgumentException>(() => DivergenceEstimate.Hellinger([], []));
        Assert.Throws<ArgumentException>(() => DivergenceEstimate.Chebyshev([1, 2], [2, 1], Delta));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DivergenceEstimate.PopulationStability([1, 2], [2, 1], null, 1)
        );
    }

    [Fact]
    public void Replicates_AnyThreads_AreTheSame()
    {
        var all = DivergenceEstimate.TotalVariation(Reference, Current);

        Assert.Equal(
            all,
            DivergenceEstimate.TotalVariation(Reference, Current, null, new() { MaxDegreeOfParallelism = 1 })
        );
        Assert.True(all.Interval.Lower <= all.Value && all.Value <= all.Interval.Upper);
        Assert.True(all.BiasCorrected < all.Value && all.PValue is > 0.01 and < 0.2);
    }

    [Fact]
    public void Replicates_HugeCounts_AreNarrow()
    {
        const long half = 5_000_000_000;
        var result = DivergenceEstimate.TotalVariation([half, half], [half + 100_000_000, half - 100_000_000]);

        // The standard error of a share of 10^10 rows is 5e-6.
        Assert.InRange(result.Interval.Lower, 0.00997, 0.01);
        Assert.InRange(result.Interval.Upper, 0.01, 0.01003);
    }

    /// <summary>Seeded: equal shares drawn 300 times, 400 and 300 rows over 8 bins.</summary>
    [Fact]
    public void NoChange_PValuesBiasAndIntervals_AreRight()
    {
        int psi = 0,
            shannon = 0,
            covered = 0;
        double mean = 0;
        var options = new DivergenceEstimateOptions { Replicates = new PermutationOptions { Replicates = 99 } };
        for (var r = 0; r < 300; r++)
        {
            var random = new Philox(5, (ulong)r);
            long[] p = Draw(random, 400),
                q = Draw(random, 300);
            var stability = DivergenceEstimate.PopulationStability(p, q);
            psi += stability.PValue <= 0.05 ? 1 : 0;
            shannon += DivergenceEstimate.JensenShannon(p, q).PValue <= 0.05 ? 1 : 0;
            mean += stability.Value / stability.ExpectedUnderNoChange / 300;
            covered += DivergenceEstimate.TotalVariation(p, q, options).Interval.Lower == 0 ? 1 : 0;
        }

        Assert.InRange(psi, 5, 28);
        Assert.InRange(shannon, 5, 28);
        Assert.InRange(mean, 0.9, 1.12);
        Assert.InRange(covered, 280, 300);

        static long[] Draw(Philox random, int rows)
        {
            var counts = new long[8];
            for (var i = 0; i < rows; i++)
            {
                counts[random.NextBelow(8u)]++;
            }

            return counts;
        }
    }
}
