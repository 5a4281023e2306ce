using System.Text.Json;
using Mlops.Statistics.MultipleTesting.Online;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.MultipleTesting.Online;

public sealed class OnlineTests
{
    /// <summary>The p-values of onlineFDR's documentation.</summary>
    private static readonly double[] Sample =
    [
        2.90e-08,
        0.06743,
        0.01514,
        0.08174,
        0.00171,
        3.60e-05,
        0.79149,
        0.27201,
        0.28295,
        7.59e-08,
        0.69274,
        0.30443,
        0.00136,
        0.72342,
        0.54757,
    ];

    /// <summary>The formula of Ramdas et al. (2017) written out in Python.</summary>
    [Fact]
    public void Lord_Sample_AgreesWithTheFormula()
    {
        double[] levels =
        [
            0.0002675838545630043,
            0.0024664457199817477,
            0.000573281754204682,
            0.0004872804760455688,
            0.0004059066212002699,
            0.00034472863862898366,
            0.0029745012820979033,
            0.0008450114061401572,
            0.0007305648272027261,
            0.0006243142501075557,
            0.003218591331670942,
            0.0010617226723021516,
            0.0009256824982994009,
            0.0008019656889439992,
            0.0007059610405747855,
        ];
        var lord = new LordDefinition().Create();

        for (var i = 0; i < Sample.Length; i++)
        {
            var decision = lord.Add(Sample[i]);
            Relative.Equal(levels[i], decision.Level, 1e-13);
            Assert.Equal((i + 1, i is 0 or 5 or 9), (decision.Index, decision.IsRejected));
        }

        Assert.Equal((15, 3), (lord.Count, lord.DiscoveryCount));
    }

    /// <summary>The levels that onlineFDR 2 prints for SAFFRON in its documentation.</summary>
    [Fact]
    public void Saffron_Sample_AgreesWithOnlineFdr()
    {
        double[] levels =
        [
            0.005468627,
            0.010937254,
            0.010937254,
            0.010937254,
            0.010937254,
            0.021874508,
            0.032811762,
            0.010823845,
            0.010823845,
            0.010823845,
            0.021761099,
            0.009265591,
            0.009265591,
            0.020202846,
            0.009064367,
        ];
        var saffron = new SaffronDefinition().Create();

        for (var i = 0; i < Sample.Length; i++)
        {
            var decision = saffron.Add(Sample[i]);
            Assert.Equal(levels[i], decision.Level, 6e-10);
            Assert.Equal(i is 0 or 4 or 5 or 9 or 12, decision.IsRejected);
        }

        Assert.Equal(11, saffron.CandidateCount);
    }

    /// <summary>The same with α = 0.1, W₀ = 0.025, in the order printed there.</summary>
    [Fact]
    public void Saffron_OtherWealth_AgreesWithOnlineFdr()
    {
        double[] order =
        [
            2.90e-08,
            0.06743,
            0.01514,
            0.08174,
            0.00171,
            0.27201,
            3.60e-05,
            0.79149,
            7.59e-08,
            0.28295,
            0.69274,
            0.72342,
            0.30443,
            0.54757,
            0.00136,
        ];
        double[] levels =
        [
            0.005468627,
            0.021874508,
            0.021874508,
            0.043749017,
            0.043749017,
            0.065623525,
            0.065623525,
            0.087498033,
            0.028863587,
            0.050738095,
            0.050738095,
            0.022302945,
            0.013293195,
            0.013293195,
            0.009042997,
        ];
        var saffron = new SaffronDefinition(0.1, initialWealth: 0.025).Create();

        for (var i = 0; i < order.Length; i++)
        {
            Assert.Equal(levels[i], saffron.Add(order[i]).Level, 6e-10);
        }
    }

    /// <summary>The formula of Xu and Ramdas (2024) written out in Python.</summary>
    [Fact]
    public void ELond_EValues_AgreeWithTheFormula()
    {
        var lond = new ELondDefinition().Create();
        (double EValue, double Level, bool IsRejected)[] expected =
        [
            (500, 0.002675838545630043, true),
            (2, 0.0011638205782941741, false),
            (4000, 0.0009912498794460713, true),
            (0, 0.0012365409088450998, false),
            (90, 0.0010483304564021978, false),
            (1e6, 0.0009068850512497283, true),
        ];
        foreach (var (eValue, level, isRejected) in expected)
        {
            var decision = lond.Add(eValue);
            Relative.Equal(level, decision.Level, 1e-13);
            Assert.Equal(isRejected, decision.IsRejected);
        }
    }

    [Fact]
    public void State_WrittenAndRead_GoesOnAlike()
    {
        var lord = new LordDefinition(0.1).Create();
        var saffron = new SaffronDefinition(0.1).Create();
        var lond = new ELondDefinition(0.1).Create();
        foreach (var p in Sample)
        {
            lord.Add(p);
            saffron.Add(p);
            lond.Add(1 / (10 * p));
        }

        foreach (IAccumulator accumulator in new IAccumulator[] { lord, saffron, lond })
        {
            var state = State(accumulator);
            var read = accumulator.Definition.Read(state);
            Assert.Equal(state.GetRawText(), State(read).GetRawText());
            Assert.Equal(Sample.Length, read.Count);
        }

        Assert.Equal(lord.NextLevel, lord.Definition.Read(State(lord)).NextLevel);
        Assert.Equal(saffron.NextLevel, saffron.Definition.Read(State(saffron)).NextLevel);
        Assert.Equal(lond.NextLevel, lond.Definition.Read(State(lond)).NextLevel);
    }

    [Theory]
    [InlineData("""{"count":3,"discoveries":[2,2],"initialWealth":0.005,"rate":0.05}""", "after 2")]
    [InlineData("""{"count":3,"discoveries":[4],"initialWealth":0.005,"rate":0.05}""", "'count'")]
    [InlineData("""{"count":3,"discoveries":[],"initialWealth":0.005,"rate":0.1}""", "'rate'")]
    [InlineData("""{"discoveries":[],"initialWealth":0.005,"rate":0.05}""", "no 'count'")]
    public void Lord_BadState_IsRefused(string json, string says)
    {
        using var document = JsonDocument.Parse(json);
        var exception = Assert.Throws<FormatException>(() => new LordDefinition().Read(document.RootElement));

        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"candidateThreshold":0.5,"count":3,"discoveries":[2],"initialWealth":0.025,"others":1,"rate":0.05}"""
    )]
    [InlineData(
        """{"candidateThreshold":0.5,"count":3,"discoveries":[1,1],"initialWealth":0.025,"others":2,"rate":0.05}"""
    )]
    public void Saffron_BadState_IsRefused(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Throws<FormatException>(() => new SaffronDefinition().Read(document.RootElement));
    }

    [Fact]
    public void Add_BadValues_AreNamed()
    {
        Assert.Equal(
            "pValue",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LordDefinition().Create().Add(double.NaN)).ParamName
        );
        Assert.Equal(
            "pValue",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SaffronDefinition().Create().Add(1.5)).ParamName
        );
        Assert.Equal(
            "eValue",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ELondDefinition().Create().Add(-1)).ParamName
        );
        Assert.True(new ELondDefinition().Create().Add(double.PositiveInfinity).IsRejected);
        Assert.Equal(
            "initialWealth",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LordDefinition(0.05, 0.06)).ParamName
        );
        Assert.Equal(new LordDefinition(0.05, 0.005), new LordDefinition());
    }

    /// <summary>Seeded: 200 sequences of 300 tests, a fifth of them false nulls with p = u^12; the mean share of false discoveries at α = 0.1.</summary>
    [Fact]
    public void FalseDiscoveries_OverManySequences_StayBelowTheRate()
    {
        double lordShare = 0,
            saffronShare = 0,
            lordPower = 0,
            saffronPower = 0;
        for (var sequence = 0; sequence < 200; sequence++)
        {
            var random = new Philox(3, (ulong)sequence);
            var lord = new LordDefinition(0.1).Create();
            var saffron = new SaffronDefinition(0.1).Create();
            int falseLord = 0,
                falseSaffron = 0;
            for (var i = 0; i < 300; i++)
            {
                var isNull = random.NextDouble() > 0.2;
                var p = isNull ? random.NextDouble() : Math.Pow(random.NextDouble(), 12);
                falseLord += lord.Add(p).IsRejected && isNull ? 1 : 0;
                falseSaffron += saffron.Add(p).IsRejected && isNull ? 1 : 0;
            }

            lordShare += falseLord / Math.Max(1.0, lord.DiscoveryCount) / 200;
            saffronShare += falseSaffron / Math.Max(1.0, saffron.DiscoveryCount) / 200;
            lordPower += (lord.DiscoveryCount - falseLord) / 200.0;
            saffronPower += (saffron.DiscoveryCount - falseSaffron) / 200.0;
        }

        Assert.InRange(lordShare, 0.005, 0.1);
        Assert.InRange(saffronShare, 0.02, 0.1);
        Assert.True(lordPower > 20 && saffronPower > lordPower);
    }

    private static JsonElement State(IAccumulator accumulator)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            accumulator.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
