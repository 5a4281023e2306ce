using Mlops.Statistics.Distributions;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class QuadraticLimitsTests
{
    /// <summary>SciPy 1.10.1's series for the Cramér-von Mises limit (Csörgő and Faraway 1996), good to about 1e-10.</summary>
    [Theory]
    [InlineData(0.01, 0.999994135567190131)]
    [InlineData(0.02, 0.9969993856983981)]
    [InlineData(0.05, 0.8762809310413509)]
    [InlineData(0.1, 0.5848734384067972)]
    [InlineData(0.3, 0.13517126880510733)]
    [InlineData(0.461, 0.05010712720175847)]
    [InlineData(0.743, 0.010025523981498807)]
    [InlineData(1.5, 0.00017269621978921457)]
    public void CramerVonMises_KnownValues_Agree(double x, double survival) =>
        Assert.Equal(survival, QuadraticLimits.CramerVonMises.Survival(x, 1), 2e-10);

    /// <summary>Imhof's integral over 4,000 weights, by SciPy's quadrature.</summary>
    [Theory]
    [InlineData(0.5, 1, 0.7468143734881694)]
    [InlineData(1.0, 1, 0.35726667319349614)]
    [InlineData(2.492, 1, 0.05002218636563932)]
    [InlineData(3.878, 1, 0.010001409889553947)]
    [InlineData(6.0, 1, 0.0009674519395767578)]
    [InlineData(2.0, 2, 0.39365507976054515)]
    [InlineData(5.0, 4, 0.21571769908396654)]
    public void AndersonDarling_KnownValues_Agree(double x, int degreesOfFreedom, double survival) =>
        Assert.Equal(survival, QuadraticLimits.AndersonDarling.Survival(x, degreesOfFreedom), 1e-7);

    /// <summary>One weight is a chi-square variable: tails keep their digits.</summary>
    [Theory]
    [InlineData(1e-8, 1)]
    [InlineData(0.01, 1)]
    [InlineData(0.99, 1)]
    [InlineData(1.01, 1)]
    [InlineData(3.0, 1)]
    [InlineData(80.0, 1)]
    [InlineData(700.0, 3)]
    [InlineData(25.0, 40)]
    public void Survival_OneWeight_IsChiSquare(double x, int degreesOfFreedom) =>
        Relative.Equal(
            ChiSquare.Survival(x, degreesOfFreedom),
            new WeightedChiSquare([0.25], []).Survival(x / 4, degreesOfFreedom),
            1e-11
        );

    /// <summary>With two degrees of freedom each it is a sum of exponential variables: (λ₁ e^(-x/2λ₁) - λ₂ e^(-x/2λ₂)) / (λ₁ - λ₂).</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(2.0)]
    [InlineData(30.0)]
    [InlineData(300.0)]
    public void Survival_TwoWeights_IsTheSumOfExponentials(double x)
    {
        const double larger = 0.7,
            smaller = 0.2;
        var expected =
            ((larger * Math.Exp(-x / (2 * larger))) - (smaller * Math.Exp(-x / (2 * smaller)))) / (larger - smaller);

        Relative.Equal(expected, new WeightedChiSquare([larger, smaller], []).Survival(x, 2), 1e-11);
    }

    [Fact]
    public void Survival_NothingAndLess_IsOne()
    {
        Assert.Equal(1, QuadraticLimits.AndersonDarling.Survival(0, 1));
        Assert.Equal(1, QuadraticLimits.AndersonDarling.Survival(-1, 3));
        Assert.Equal(0, QuadraticLimits.CramerVonMises.Survival(1e6, 1));
        Assert.Equal(0, QuadraticLimits.CramerVonMises.Survival(double.PositiveInfinity, 1));
        Assert.Equal(1, new WeightedChiSquare([0.2], [0.1]).Survival(0.1, 1));
    }

    [Fact]
    public void Survival_SmallValues_FallFromOneWithoutABreak()
    {
        foreach (var limit in (WeightedChiSquare[])[QuadraticLimits.CramerVonMises, QuadraticLimits.AndersonDarling])
        {
            foreach (var degreesOfFreedom in (double[])[1, 2, 7, 255])
            {
                double previous = 1;
                for (var x = 1e-12; x < 300; x *= 1.3)
                {
                    var survival = limit.Survival(x, degreesOfFreedom);

                    Assert.InRange(survival, 0, previous + 1e-13);
                    previous = survival;
                }
            }
        }
    }

    /// <summary>SciPy 1.10.1, the distribution function's own series, whose first term is all of it here.</summary>
    [Theory]
    [InlineData(0.004, 4.25215418e-14, 3e-16)]
    [InlineData(0.005, 2.20025109e-11, 3e-16)]
    [InlineData(0.003, 0, 2e-16)]
    public void CramerVonMises_SmallValues_LeaveTheirLowerTail(double x, double lower, double tolerance) =>
        Assert.Equal(lower, 1 - QuadraticLimits.CramerVonMises.Survival(x, 1), tolerance);

    /// <summary>NumPy, linalg.eigvalsh of the same covariances, for groups that end at 3, 4, 7 and 10 values; by the mixture's exponentials.</summary>
    [Fact]
    public void TiedLimits_FourGroups_HaveTheWeightsOfTheirCovariance()
    {
        long[] ends = [3, 4, 7, 10];
        Agree(TiedLimits.CramerVonMises(ends)!, [0.10651410477184363, 0.03738318327016127, 0.006102711957995112]);
        Agree(
            TiedLimits.AndersonDarling(ends, isMidrank: true)!,
            [0.7825198353175573, 0.19455580055333288, 0.02292436412910977]
        );
        Agree(
            TiedLimits.AndersonDarling(ends, isMidrank: false)!,
            [0.49666434846074103, 0.17725665291591397, 0.02607899862334492]
        );
        Assert.Null(TiedLimits.CramerVonMises([10]));

        static void Agree(WeightedChiSquare limit, double[] weights)
        {
            foreach (var x in (double[])[0.05, 0.4, 2])
            {
                var expected = weights.Sum(weight =>
                    Math.Exp(-x / (2 * weight))
                    * weights
                        .Where(other => other != weight)
                        .Aggregate(1.0, (p, other) => p * weight / (weight - other))
                );

                Relative.Equal(expected, limit.Survival(x, 2), 1e-9);
            }
        }
    }

    /// <summary>Many small groups have the limit of continuous data.</summary>
    [Fact]
    public void TiedLimits_ManyGroups_AreNearTheContinuousLimits()
    {
        var ends = Enumerable.Range(1, 5_000).Select(i => 2L * i).ToArray();

        Relative.Equal(
            QuadraticLimits.CramerVonMises.Survival(0.7, 1),
            TiedLimits.CramerVonMises(ends)!.Survival(0.7, 1),
            1e-3
        );
        foreach (var isMidrank in (bool[])[false, true])
        {
            var limit = TiedLimits.AndersonDarling(ends, isMidrank)!;
            foreach (var x in (double[])[0.5, 2.5, 4, 12])
            {
                Relative.Equal(QuadraticLimits.AndersonDarling.Survival(x, 1), limit.Survival(x, 1), 0.01);
            }
        }
    }

    /// <summary>The second difference of n values has the eigenvalues 2 - 2 cos(π j / (n + 1)); a matrix that is full is turned from it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Eigenvalues_OfAnInverseSecondDifference_AreKnown(int count)
    {
        var inverse = Enumerable
            .Range(1, count)
            .Select(i =>
                Enumerable
                    .Range(1, count)
                    .Select(j => Math.Min(i, j) * (count + 1.0 - Math.Max(i, j)) / (count + 1))
                    .ToArray()
            )
            .ToArray();

        var eigenvalues = SymmetricEigenvalues.Of(inverse);

        for (var j = 1; j <= count; j++)
        {
            Relative.Equal(1 / (2 - (2 * Math.Cos(Math.PI * j / (count + 1)))), eigenvalues[j - 1], 1e-11);
        }
    }
}
