using FsCheck.Fluent;

namespace Mlops.Data.Tests;

public sealed class ValidityBitmapTests
{
    [Fact]
    public void AnySliceOfASlice_IsTheRows() =>
        Laws.Hold(
            from bits in Gen.OneOf(
                    Gen.Elements(true, false),
                    Gen.Frequency((30, Gen.Constant(true)), (1, Gen.Constant(false)))
                )
                .ArrayOf()
            from repeat in Gen.Choose(1, 8)
            let valid = Enumerable.Repeat(bits, repeat).SelectMany(part => part).ToArray()
            from start in Gen.Choose(0, valid.Length)
            from length in Gen.Choose(0, valid.Length - start)
            select (valid, start, length),
            law =>
            {
                var builder = new ValidityBitmap.Builder();
                foreach (var isValid in law.valid)
                    builder.Add(isValid);
                var half = law.start / 2;
                var slice = builder.Build().Slice(half, law.valid.Length - half).Slice(law.start - half, law.length);
                var expected = law.valid[law.start..(law.start + law.length)];
                Assert.Equal(expected, Enumerable.Range(0, slice.Length).Select(row => slice[row]));
                Assert.Equal(expected.LongCount(isValid => !isValid), slice.CountMissing());
                int[] rows = [.. Enumerable.Range(-1, law.length + 1).Reverse()];
                var taken = slice.Take(rows);
                Assert.Equal(
                    rows.Select(row => row >= 0 && expected[row]),
                    Enumerable.Range(0, taken.Length).Select(row => taken[row])
                );
            }
        );

    [Fact]
    public void AllValidAndNoneValid_CountAccordingly()
    {
        Assert.Equal(0, ValidityBitmap.AllValid(100).CountMissing());
        Assert.Equal(100, ValidityBitmap.NoneValid(100).CountMissing());
        Assert.Equal(0, ValidityBitmap.NoneValid(0).CountMissing());
        Assert.Throws<ArgumentOutOfRangeException>(() => ValidityBitmap.AllValid(2)[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ValidityBitmap.NoneValid(64).Slice(10, 2)[-1]);
    }
}
