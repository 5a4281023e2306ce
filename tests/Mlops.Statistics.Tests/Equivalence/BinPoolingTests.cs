using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class BinPoolingTests
{
    private static Gen<(long[] Reference, long[] Current)> Counts { get; } =
        Gen.Choose(1, 40)
            .SelectMany(bins =>
                Gen.Frequency(
                        (2, Gen.Constant(0L)),
                        (5, Gen.Choose(0, 8).Select(i => (long)i)),
                        (3, Gen.Choose(0, 60).Select(i => (long)i))
                    )
                    .ArrayOf(bins)
                    .Two()
            )
            .Select(pair => (pair.Item1, pair.Item2));

    /// <summary>Equal totals: a bin is large enough from a pooled count of ten.</summary>
    [Theory]
    [InlineData(new[] { 5L, 5, 5 }, new[] { 5L, 5, 5 }, new[] { 0, 1, 2 })]
    [InlineData(new[] { 4L, 9, 7 }, new[] { 4L, 9, 7 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 7L, 4, 9 }, new[] { 7L, 4, 9 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 9L, 4, 7 }, new[] { 9L, 4, 7 }, new[] { 0, 1, 1 })]
    [InlineData(new[] { 9L, 7, 4 }, new[] { 9L, 7, 4 }, new[] { 0, 1, 1 })]
    [InlineData(new[] { 7L, 2, 7 }, new[] { 7L, 2, 7 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 1L, 1, 1, 1, 1, 20 }, new[] { 1L, 1, 1, 1, 1, 20 }, new[] { 0, 0, 0, 0, 0, 1 })]
    [InlineData(new[] { 2L, 1, 1 }, new[] { 2L, 1, 1 }, new[] { 0, 0, 0 })]
    [InlineData(new[] { 90L, 0, 90 }, new[] { 90L, 0, 90 }, new[] { 0, 0, 1 })]
    public void Ordered_ByHand_Agrees(long[] reference, long[] current, int[] expected) =>
        Assert.Equal(expected, BinPooling.Ordered(reference, current));

    [Theory]
    [InlineData(new[] { 5L, 5, 5 }, new[] { 5L, 5, 5 }, new[] { 0, 1, 2 })]
    [InlineData(new[] { 1L, 50, 2, 60, 3 }, new[] { 1L, 50, 2, 60, 3 }, new[] { 0, 1, 0, 2, 0 })]
    [InlineData(new[] { 50L, 4, 3, 2, 60 }, new[] { 50L, 4, 3, 2, 60 }, new[] { 0, 1, 1, 1, 2 })]
    [InlineData(new[] { 50L, 1, 60 }, new[] { 50L, 1, 60 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 2L, 3, 3, 4, 90 }, new[] { 2L, 3, 3, 4, 90 }, new[] { 0, 0, 1, 1, 2 })]
    [InlineData(new[] { 1L, 1, 2 }, new[] { 1L, 1, 2 }, new[] { 0, 0, 0 })]
    public void Unordered_ByHand_Agrees(long[] reference, long[] current, int[] expected) =>
        Assert.Equal(expected, BinPooling.Unordered(reference, current));

    [Fact]
    public void Ordered_AnyCounts_IsTheRuleStepByStep() =>
        Law.Holds(
            Counts,
            counts =>
                Assert.Equal(
                    Naive(counts.Reference, counts.Current),
                    BinPooling.Ordered(counts.Reference, counts.Current)
                )
        );

    [Fact]
    public void Pooling_AnyCounts_MakesGroupsThatAreLargeEnough() =>
        Law.Holds(
            Counts,
            counts =>
            {
                foreach (
                    var groups in (int[][])
                        [
                            BinPooling.Ordered(counts.Reference, counts.Current),
                            BinPooling.Unordered(counts.Reference, counts.Current),
                        ]
                )
                {
                    long[] a = BinPooling.Sum(counts.Reference, groups),
                        b = BinPooling.Sum(counts.Current, groups);
                    Assert.Equal(counts.Reference.Sum(), a.Sum());
                    Assert.Equal(counts.Current.Sum(), b.Sum());
                    Assert.True(
                        a.Length == 1 || a.Zip(b).All(pair => IsLargeEnough(pair.First + pair.Second, a.Sum(), b.Sum()))
                    );

                    // Groups are numbered by their first bins, and bins that need no pooling are not pooled with each other.
                    Assert.Equal(Enumerable.Range(0, a.Length), groups.Distinct());
                }
            }
        );

    [Fact]
    public void Unordered_PermutedBins_PoolsTheSameGroupSizes() =>
        Law.Holds(
            Counts.Where(counts =>
                counts.Reference.Zip(counts.Current, (a, b) => a + b).Distinct().Count() == counts.Reference.Length
            ),
            counts =>
            {
                long[] sizes = Sizes(counts.Reference, counts.Current),
                    reversed = Sizes([.. counts.Reference.Reverse()], [.. counts.Current.Reverse()]);
                Assert.Equal(sizes.Order(), reversed.Order());
            }
        );

    [Fact]
    public void Pooling_NoRowsOnASide_IsOneGroup()
    {
        Assert.Equal([0, 0, 0], BinPooling.Ordered([0, 0, 0], [50, 60, 70]));
        Assert.Equal([0, 0, 0], BinPooling.Unordered([50, 60, 70], [0, 0, 0]));
    }

    [Fact]
    public void Pooling_ManyRareBins_IsDoneAtOnce()
    {
        long[] reference = [.. Enumerable.Range(0, 200_000).Select(i => (long)(i % 3))],
            current = [.. Enumerable.Range(0, 200_000).Select(i => (long)(i % 2))];

        Assert.True(BinPooling.Ordered(reference, current)[^1] > 10_000);
        Assert.True(BinPooling.Unordered(reference, current).Max() > 10_000);
    }

    [Fact]
    public void Pooling_BadArguments_AreNamed()
    {
        Assert.Equal("referenceCounts", Assert.Throws<ArgumentException>(() => BinPooling.Ordered([], [])).ParamName);
        Assert.Equal(
            "currentCounts",
            Assert.Throws<ArgumentException>(() => BinPooling.Unordered([1], [1, 2])).ParamName
        );
        Assert.Equal("currentCounts", Assert.Throws<ArgumentException>(() => BinPooling.Ordered([1], [-1])).ParamName);
        Assert.Equal(
            "minimumExpected",
            Assert.Throws<ArgumentOutOfRangeException>(() => BinPooling.Ordered([1], [1], 0)).ParamName
        );
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => BinPooling.Sum([1], [0, 1])).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => BinPooling.Sum([1], [-1])).ParamName);
    }

    private static long[] Sizes(long[] reference, long[] current)
    {
        var groups = BinPooling.Unordered(reference, current);
        return [.. BinPooling.Sum(reference, groups).Zip(BinPooling.Sum(current, groups), (a, b) => a + b)];
    }

    private static bool IsLargeEnough(long pooled, long n, long m) =>
        Math.Min(n, m) > 0 && Math.Min(n, m) * (double)pooled / (n + m) >= 5;

    /// <summary>The rule as it is said: the first group that is too small joins its smaller neighbour, until there is none.</summary>
    private static int[] Naive(long[] reference, long[] current)
    {
        long n = reference.Sum(),
            m = current.Sum();
        var groups = reference.Select((_, i) => new List<int> { i }).ToList();
        long Size(List<int> group) => group.Sum(i => reference[i] + current[i]);
        while (groups.Count > 1 && groups.FindIndex(group => !IsLargeEnough(Size(group), n, m)) is >= 0 and var i)
        {
            var left = i > 0 && (i == groups.Count - 1 || Size(groups[i - 1]) <= Size(groups[i + 1]));
            var other = left ? i - 1 : i + 1;
            groups[i].AddRange(groups[other]);
            groups.RemoveAt(other);
        }

        return [.. reference.Select((_, bin) => groups.FindIndex(group => group.Contains(bin)))];
    }
}
