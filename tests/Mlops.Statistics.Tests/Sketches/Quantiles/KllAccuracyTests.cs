using System.Globalization;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

/// <summary>Holds the sketch to the errors that it states, for orders of every kind, in one piece and merged.</summary>
/// <remarks>
/// The short form runs 200 seeds of up to 100,000 values. <c>MLOPS_LONG=1 dotnet test tests/Mlops.Statistics.Tests -c Release --filter KllAccuracyTests</c>
/// runs 2,000 seeds, and 1,000,000 values too.
/// </remarks>
public class KllAccuracyTests
{
    private const int Size = 64;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("MLOPS_LONG") == "1";
    private static readonly int Seeds = IsLong ? 2_000 : 200;

    public static TheoryData<string, int> Streams
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var order in KllOrders.All.Keys)
            {
                data.Add(order, 1_000);
                data.Add(order, 100_000);
                if (IsLong)
                {
                    data.Add(order, 1_000_000);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void RankError_OnePiece_HoldsAsOftenAsStated(string order, int count) =>
        AssertHolds(order, count, parts: 1, confidence: 0.99);

    [Theory]
    [MemberData(nameof(Streams))]
    public void RankError_MergedFrom64Parts_HoldsAsOftenAsStated(string order, int count) =>
        AssertHolds(order, count, parts: 64, confidence: 0.8);

    /// <summary>Were the coins of the parts the same ones, the errors of 64 parts would have 64 times the variance.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void RankVarianceBound_ShuffledValues_IsNotFarFromTheVariance(int parts)
    {
        var errors = KllErrors.Measure(KllOrders.Shuffled(20_000), Size, Seeds, parts, confidence: 0.99);

        Assert.InRange(errors.MeanVarianceRatio, 0.3, 0.8);
    }

    [Theory]
    [InlineData(128, 0.0125)]
    [InlineData(256, 0.0065)]
    [InlineData(512, 0.0035)]
    [InlineData(1_024, 0.0018)]
    public void CumulativeShare_BySize_IsAsAccurateAsTheDocumentationSays(int size, double limit)
    {
        var values = KllOrders.Shuffled(100_000);
        var errors = new List<double>();
        for (var seed = 0UL; seed < (IsLong ? 500UL : 25UL); seed++)
        {
            var sketch = KllErrors.Sketched(values, new(size, seed), parts: 1);
            for (var share = 0.01; share < 0.995; share += 0.01)
            {
                var value = Math.Floor(share * values.Length);
                errors.Add(Math.Abs(sketch.CumulativeShare(value) - ((value + 1) / values.Length)));
            }
        }

        errors.Sort();
        Assert.InRange(errors[(int)(0.99 * errors.Count)], limit / 5, limit);
    }

    private static void AssertHolds(string order, int count, int parts, double confidence)
    {
        var errors = KllErrors.Measure(KllOrders.All[order](count), Size, Seeds, parts, confidence);

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"beyond {errors.BeyondShare:P2}, beyond for all {errors.BeyondAllShare:P2}, variance ratio {errors.WorstVarianceRatio:F3}"
        );
        Assert.True(errors.BeyondShare <= errors.Limit(1 - confidence), text);
        Assert.True(errors.BeyondAllShare <= errors.Limit(1 - confidence), text);
        Assert.True(errors.WorstVarianceRatio <= 1 + (3 * Math.Sqrt(2.0 / Seeds)), text);
    }
}
