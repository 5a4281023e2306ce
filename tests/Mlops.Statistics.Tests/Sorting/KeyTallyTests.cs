using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Sorting;

public sealed unsafe class KeyTallyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(16_384)]
    public void TryAdd_ManyKeys_CountsEach(int distinct)
    {
        using var tally = new KeyTally<ulong>(distinct);
        var keys = Keys(100_000, i => (ulong)(i * 7919L % distinct) << 40);
        Assert.True(TryAdd(tally, keys));
        Assert.Equal(distinct, tally.Distinct);
        var copied = new ulong[distinct];
        tally.CopyKeys(copied);
        Assert.Equal(keys.Distinct().Order(), copied.Order());
        Assert.All(keys.CountBy(key => key), pair => Assert.Equal(pair.Value, tally.CountOf(pair.Key)));
    }

    [Fact]
    public void TryAdd_MoreDistinctThanTheLimit_IsFalse()
    {
        using var tally = new KeyTally<ulong>(1_000);
        Assert.True(TryAdd(tally, Keys(1_000, i => (ulong)i)));
        Assert.True(TryAdd(tally, Keys(1_000, i => (ulong)i)));
        Assert.False(TryAdd(tally, [1_000]));
    }

    [Fact]
    public void TryAdd_KeysThatCollideByDesign_GivesUpRatherThanBecomeSlow()
    {
        // Times the hash's factor, which has an inverse because it is odd, these are 0, 1, 2 …: all of them share a place.
        var inverse = 1UL;
        for (var i = 0; i < 6; i++)
        {
            inverse *= 2 - (0x9E37_79B9_7F4A_7C15 * inverse);
        }

        using var tally = new KeyTally<ulong>(1_000);
        Assert.True(TryAdd(tally, Keys(65, i => (ulong)i * inverse)));
        Assert.False(TryAdd(tally, [65 * inverse]));
    }

    [Fact]
    public void TryMerge_OverlappingTallies_AddsTheCounts()
    {
        using var first = new KeyTally<ulong>(3_000);
        using var second = new KeyTally<ulong>(3_000);
        Assert.True(TryAdd(first, Keys(2_000, i => (ulong)i)));
        Assert.True(TryAdd(second, Keys(4_000, i => 1_000 + ((ulong)i / 2))));
        Assert.True(first.TryMerge(second));
        Assert.Equal(3_000, first.Distinct);
        Assert.Equal([1, 3, 2], new ulong[] { 999, 1_000, 2_999 }.Select(first.CountOf));
    }

    [Fact]
    public void TryMerge_MoreDistinctThanTheLimit_IsFalse()
    {
        using var first = new KeyTally<ulong>(100);
        using var second = new KeyTally<ulong>(100);
        Assert.True(TryAdd(first, Keys(60, i => (ulong)i)));
        Assert.True(TryAdd(second, Keys(60, i => 50 + (ulong)i)));
        Assert.False(first.TryMerge(second));
    }

    private static ulong[] Keys(int count, Func<int, ulong> key) => [.. Enumerable.Range(0, count).Select(key)];

    private static bool TryAdd(KeyTally<ulong> tally, ulong[] keys)
    {
        fixed (ulong* first = keys)
        {
            return tally.TryAdd<IdentityKeyCodec<ulong>>(first, keys.Length);
        }
    }
}
