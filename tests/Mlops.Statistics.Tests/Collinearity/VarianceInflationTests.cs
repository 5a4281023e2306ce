using System.Numerics.Tensors;
using Mlops.Statistics.Collinearity;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.Collinearity;

public sealed class VarianceInflationTests
{
    private static readonly double[] Matrix =
    [
        0.44,
        -0.33,
        2.43,
        0.13,
        -0.25,
        0.11,
        1.58,
        -0.01,
        -0.91,
        -0.59,
        0.19,
        -1.51,
        -0.33,
        -1.19,
        -0.2,
        -1.36,
        -0.36,
        0.6,
        -1.66,
        0.21,
        -0.7,
        1.15,
        1.86,
        0.4,
        -1.51,
        0.64,
        -0.98,
        -0.86,
        -0.86,
        -0.87,
        -0.42,
        -1.69,
        1.0,
        0.71,
        0.06,
        1.74,
        -0.36,
        0.0,
        -0.11,
        -0.23,
        0.79,
        -0.63,
        -0.01,
        0.27,
        -0.1,
        -0.05,
        0.25,
        -0.1,
    ];

    private static VarianceInflationResult Of(double[] values, int columns) =>
        VarianceInflation.Of(new ReadOnlyTensorSpan<double>(values, [values.Length / columns, columns]));

    /// <summary>statsmodels 0.13.5, variance_inflation_factor with a column of ones.</summary>
    [Fact]
    public void Of_ReferenceValues_Agree()
    {
        var result = Of(Matrix, 4);

        double[] expected = [192.18386687513342, 160.44155078441906, 1.089138719515994, 327.6666970325218];
        for (var j = 0; j < expected.Length; j++)
        {
            Relative.Equal(expected[j], result.Factors[j], 1e-10);
        }

        Assert.Equal((ResultStatus.Ok, 12), (result.Status, result.RowCount));
        Assert.True(result.ConditionNumber > 10);
    }

    [Fact]
    public void Of_ShiftAndScaleOfColumns_ChangeNothing()
    {
        var plain = Of(Matrix, 4);
        double[] scales = [1e-150, -4, 1e200, 8],
            moved = [.. Matrix.Select((x, i) => scales[i % 4] * (x + 2))];
        var result = Of(moved, 4);
        for (var j = 0; j < 4; j++)
        {
            Relative.Equal(plain.Factors[j], result.Factors[j], 1e-9);
        }
    }

    [Fact]
    public void Of_CollinearColumns_AreInfiniteAndTheOthersAreNot()
    {
        // The fourth column is the sum of the first two; the third has nothing to do with them.
        double[] values = [.. Matrix];
        for (var i = 0; i < 12; i++)
        {
            values[(4 * i) + 3] = values[4 * i] + values[(4 * i) + 1] - 7;
        }

        var result = Of(values, 4);

        Assert.Equal(ResultStatus.Undefined, result.Status);
        Assert.Equal(double.PositiveInfinity, result.Factors[0]);
        Assert.Equal(double.PositiveInfinity, result.Factors[1]);
        Assert.InRange(result.Factors[2], 1, 2);
        Assert.Equal(double.PositiveInfinity, result.Factors[3]);
        Assert.Equal(double.PositiveInfinity, result.ConditionNumber);
    }

    [Fact]
    public void Of_NearlyCollinear_IsLargeAndRight()
    {
        // y = x + ε u with u orthogonal to x and to 1: VIF is 1 + |x|² / (ε² |u|²).
        double[] x = [-3, -1, 1, 3],
            u = [1, -3, 3, -1];
        const double tiny = 1e-7;
        var values = x.SelectMany((value, i) => new[] { value, value + (tiny * u[i]) }).ToArray();

        Relative.Equal(1 + (1 / (tiny * tiny)), Of(values, 2).Factors[0], 1e-7);
    }

    [Fact]
    public void Of_OneColumnOrUncorrelated_IsOne()
    {
        Assert.Equal(1, Of([1, 2, 4], 1).Factors[0], 1e-14);
        Assert.Equal(1, Of([-3, 1, -1, -3, 1, 3, 3, -1], 2).Factors[1], 1e-14);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSameBits()
    {
        var random = new Xoshiro256(2);
        double[] values = [.. Enumerable.Range(0, 5 * 2_000).Select(_ => random.StandardNormal())];
        var one = VarianceInflation.Of(
            new ReadOnlyTensorSpan<double>(values, [2_000, 5]),
            new() { MaxDegreeOfParallelism = 1 }
        );
        Assert.Equal(one.Factors, Of(values, 5).Factors);
        Assert.All(one.Factors, factor => Assert.InRange(factor, 1, 1.02));
    }

    [Fact]
    public void Of_NoAnswer_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, Of([], 1).Status);
        Assert.Equal(ResultStatus.TooFewRows, Of([1, 2, 3, 4], 2).Status);
        Assert.Equal(ResultStatus.Infinite, Of([1, 2, double.PositiveInfinity], 1).Status);
        var constant = Of([1, 5, 2, 5, 4, 5], 2);
        Assert.Equal(
            (ResultStatus.Constant, 1.0, double.NaN),
            (constant.Status, constant.Factors[0], constant.Factors[1])
        );
        Assert.Equal(ResultStatus.Constant, Of([5, 5, 5], 1).Status);
        Assert.Contains(
            "row 1, column 0",
            Assert.Throws<ArgumentException>(() => Of([1, 2, double.NaN, 4, 5, 6], 2)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => VarianceInflation.Of(new ReadOnlyTensorSpan<double>(new double[3])));
    }
}
