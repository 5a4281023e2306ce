using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.Tests.TwoSample.Ranks;

public sealed class ScoreDistributionTests
{
    private static Gen<(long[] Scores, int Count)> Drawn { get; } =
        from scores in Gen.Choose(0, 9)
            .Select(i => 3L * i * i)
            .NonEmptyListOf()
            .Where(list => list.Count is >= 2 and <= 11)
        from count in Gen.Choose(1, 10)
        where count < scores.Count
        select (scores.ToArray(), count);

    [Fact]
    public void Of_AnyScores_IsTheShareOfAllChoices() =>
        Law.Holds(
            Drawn,
            drawn =>
            {
                var (scores, count) = drawn;
                var sums = Enumerable
                    .Range(0, 1 << scores.Length)
                    .Where(mask => int.PopCount(mask) == count)
                    .Select(mask => scores.Where((_, i) => (mask & (1 << i)) != 0).Sum())
                    .ToArray();
                var mean = sums.Average();

                var distribution = ScoreDistribution.Of(scores, count, CancellationToken.None);

                foreach (var sum in sums.Distinct())
                {
                    var far = Math.Abs(sum - mean) - 1e-9;
                    Assert.Equal(Share(sums, other => other <= sum), distribution.AtMost(sum), 1e-13);
                    Assert.Equal(Share(sums, other => other >= sum), distribution.AtLeast(sum), 1e-13);
                    Assert.Equal(Share(sums, other => Math.Abs(other - mean) >= far), distribution.AsFar(sum), 1e-13);
                }
            }
        );

    private static double Share(long[] sums, Func<long, bool> isExtreme) => sums.Count(isExtreme) / (double)sums.Length;
}
