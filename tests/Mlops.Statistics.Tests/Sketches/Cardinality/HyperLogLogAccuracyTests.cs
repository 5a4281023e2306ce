using Mlops.Statistics.Randomness;
using Mlops.Statistics.Sketches.Cardinality;

namespace Mlops.Statistics.Tests.Sketches.Cardinality;

/// <summary>Errors of the estimate against what is stated, over many seeds.</summary>
/// <remarks>
/// The short form runs 300 seeds of up to 30,000 values. <c>MLOPS_LONG=1 dotnet test tests/Mlops.Statistics.Tests -c Release --filter
/// HyperLogLogAccuracyTests</c> runs 1,000 of up to 1,000,000.
/// </remarks>
public sealed class HyperLogLogAccuracyTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("MLOPS_LONG") == "1";
    private static readonly int Seeds = IsLong ? 1_000 : 300;
    private static readonly int Largest = IsLong ? 1_000_000 : 30_000;

    public static TheoryData<int, int> Settings =>
        [
            .. from precision in new[] { 4, 6, 9, 11, 14 }
            from count in new[] { 10, 100, 1_000, 10_000, Largest }
            select (precision, count),
        ];

    /// <summary>Whole numbers one after the other, of which a weak hash would make a pattern, and random ones.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void Interval_AnyCount_MissesNoMoreThanStated(int precision, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = i;
        }

        var random = new Philox((ulong)count, (ulong)precision);
        var (missed95, missed99, errors, squares) = (0, 0, 0.0, 0.0);
        var standardError = new HyperLogLogDefinition(precision).RelativeStandardError;
        for (var seed = 0; seed < Seeds; seed++)
        {
            if (seed % 2 == 1)
            {
                foreach (ref var value in values.AsSpan())
                {
                    value = random.NextDouble();
                }
            }

            var sketch = new HyperLogLogDefinition(precision, random.NextUInt64()).Create();
            sketch.Add(values);
            var error = (sketch.Estimate / count) - 1;
            (errors, squares) = (errors + error, squares + (error * error));
            missed95 += sketch.Interval(0.95).Contains(count) ? 0 : 1;
            missed99 += sketch.Interval(0.99).Contains(count) ? 0 : 1;
        }

        // Three standard errors of a share of that size, and what the approximation to the normal leaves.
        AssertAtMost(0.05, missed95);
        AssertAtMost(0.01, missed99);
        var deviation = Math.Sqrt(squares / Seeds);
        Assert.InRange(deviation, 0, standardError * 1.2);
        Assert.InRange(
            Math.Abs(errors / Seeds),
            0,
            (4 * deviation / Math.Sqrt(Seeds)) + (0.3 * standardError * standardError)
        );
    }

    private static void AssertAtMost(double rate, int missed) =>
        Assert.InRange((double)missed / Seeds, 0, (rate * 1.1) + (3 * Math.Sqrt(rate * (1 - rate) / Seeds)));
}
