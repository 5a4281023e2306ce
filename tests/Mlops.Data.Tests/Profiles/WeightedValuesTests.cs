using Mlops.Data.Profiles;
using Mlops.Statistics.Quantiles;

namespace Mlops.Data.Tests.Profiles;

public class WeightedValuesTests
{
    [Fact]
    public void Quantile_AnyProbability_IsThatOfTheValuesWrittenOut()
    {
        var weighted = new WeightedValues([1, 2, 7], [2, 3, 5]);
        double[] writtenOut = [1, 1, 2, 2, 2, 7, 7, 7, 7, 7];

        Assert.Equal(10, weighted.Count);
        for (var i = 0; i <= 40; i++)
        {
            Assert.Equal(EmpiricalQuantile.OfSorted(writtenOut, i / 40.0), weighted.Quantile(i / 40.0));
        }
    }
}
