using Mlops.Data.Profiles;
using Mlops.Drift.Detection;

namespace Mlops.Drift.Tests.Detection;

public class BinnedDistanceTests
{
    // Up to 20 values a cell each, so distribution functions are known where they jump.
    [Fact]
    public void LargestDifference_OfFewValues_IsExact()
    {
        var (a, b) = Profiles([1, 1, 2, 3], [2, 3, 3, 3]);

        Assert.Equal(0.5, BinnedDistance.LargestDifference(a, b), 1e-15);
    }

    [Fact]
    public void Area_WhereTheFunctionsCross_IsThatOfTwoTriangles()
    {
        // Cells end just below and at 1 and 5. From 1 to just below 5 the difference goes from 1/2 to -1/2.
        var (a, b) = Profiles([1, 1, 5, 5], [2, 4]);

        Assert.Equal(1, BinnedDistance.Area(a, b), 1e-12);
    }

    [Fact]
    public void Area_OfInfiniteValues_IsUndefined()
    {
        var (a, b) = Profiles([1, 2, 3], [1, double.PositiveInfinity]);

        Assert.True(double.IsNaN(BinnedDistance.Area(a, b)));
    }

    [Theory]
    [InlineData(0.5, -0.5, 2, 0.5)]
    [InlineData(0.5, 0.5, 2, 1)]
    [InlineData(0, 0, 2, 0)]
    [InlineData(0.3, -0.1, 1, 0.125)]
    public void Between_TwoDifferences_IsTheAreaUnderAStraightLine(
        double left,
        double right,
        double width,
        double expected
    ) => Assert.Equal(expected, BinnedDistance.Between(left, right, width), 1e-15);

    private static (NumericColumnProfile Reference, NumericColumnProfile Current) Profiles(
        double[] reference,
        double[] current
    )
    {
        var definition = DatasetProfileDefinition.FromReference(Samples.Numbers("a", reference));
        return (Count(reference), Count(current));

        NumericColumnProfile Count(double[] values)
        {
            var profile = definition.Create();
            profile.Add(Samples.Numbers("p", values));
            return (NumericColumnProfile)profile["x"];
        }
    }
}
