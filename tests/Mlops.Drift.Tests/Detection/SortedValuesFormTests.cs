using Mlops.Drift.Detection;

namespace Mlops.Drift.Tests.Detection;

public class SortedValuesFormTests
{
    [Fact]
    public void Read_WhatWriteWrote_IsTheValuesInOrder()
    {
        double[] values = [3, double.NaN, 1, 1, double.NegativeInfinity, 3, 3];

        Assert.Equal(
            [double.NegativeInfinity, 1, 1, 3, 3, 3],
            SortedValuesForm.Read(SortedValuesForm.Write(values), "x")
        );
    }

    [Fact]
    public void Write_BothZeros_HasOneForm() =>
        Assert.Equal(SortedValuesForm.Write([0.0, 0.0]), SortedValuesForm.Write([-0.0, 0.0]));

    [Fact]
    public void Read_AnyAlteredByte_IsRefusedOrOtherValues()
    {
        var bytes = SortedValuesForm.Write([.. Samples.Normal(40, 1), 2, 2, 2]);
        for (var position = 0; position < bytes.Length; position++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = (byte[])bytes.Clone();
                altered[position] ^= (byte)(1 << bit);
                try
                {
                    var read = SortedValuesForm.Read(altered, "x");
                    Assert.Equal(read.Order(), read);
                    Assert.NotEqual(bytes, SortedValuesForm.Write(read));
                }
                catch (FormatException error)
                {
                    Assert.Contains("column 'x'", error.Message, StringComparison.Ordinal);
                }
            }
        }
    }
}
