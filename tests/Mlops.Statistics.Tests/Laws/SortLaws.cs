using FsCheck.Fluent;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Laws;

public sealed class SortLaws
{
    [Fact]
    public void Of_AnyDoubles_EqualsArraySort() =>
        Law.Holds(
            Numbers.Ordered.ArrayOf(),
            values =>
            {
                var expected = (double[])values.Clone();
                Array.Sort(expected);
                Assert.Equal(expected.AsSpan(), SortedCopy.Of(values).AsSpan());
            }
        );

    [Fact]
    public void Of_AnySingles_EqualsArraySort() =>
        Law.Holds(
            Numbers.Ordered.Select(x => (float)x).ArrayOf(),
            values =>
            {
                var expected = (float[])values.Clone();
                Array.Sort(expected);
                Assert.Equal(expected.AsSpan(), SortedCopy.Of(values).AsSpan());
            }
        );

    [Fact]
    public void Sort_Permuted_GivesTheSameBits() =>
        Law.Holds(
            Numbers.Ordered.ArrayOf().SelectMany(values => Gen.Shuffle(values).Select(shuffled => (values, shuffled))),
            pair =>
            {
                var (one, other) = (SortedCopy.Of(pair.values), SortedCopy.Of(pair.shuffled));
                Assert.Equal(one.Select(BitConverter.DoubleToInt64Bits), other.Select(BitConverter.DoubleToInt64Bits));
            }
        );

    [Fact]
    public void Of_Sorted_IsItself() =>
        Law.Holds(
            Numbers.Ordered.ArrayOf(),
            values =>
            {
                var once = SortedCopy.Of(values, ComputeContext.Default);
                Assert.Equal(once.AsSpan(), SortedCopy.Of(once).AsSpan());
            }
        );
}
