using Mlops.Drift.Presets;
using Mlops.Drift.Presets.TensorFlowDataValidation;
using static Mlops.Drift.Tests.Presets.PresetAssert;

namespace Mlops.Drift.Tests.Presets;

/// <summary>The literals of tensorflow/data-validation 710b32f (1.21.0), tensorflow_data_validation/anomalies/metrics_test.cc, all to 1e-5.</summary>
public class TensorFlowDataValidationMethodsTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void LInfinity_OfTables_IsThePeers()
    {
        Literal(0, 1e-5, TensorFlowDataValidationMethods.LInfinity(Table(), Table()));
        Literal(
            0.2,
            1e-5,
            TensorFlowDataValidationMethods.LInfinity(
                Table(("hello", 0.1), ("world", 0.9)),
                Table(("hello", 0.3), ("world", 0.7))
            )
        );
        var one = Table(("b", 0.9), ("c", 0.1));
        var other = Table(("a", 0.3), ("b", 0.7));
        Literal(0.3, 1e-5, TensorFlowDataValidationMethods.LInfinity(one, other));
        Literal(0.3, 1e-5, TensorFlowDataValidationMethods.LInfinity(other, one));
    }

    [Fact]
    public void NormalizedAbsoluteDifference_OfTables_IsThePeers()
    {
        Literal(0, 1e-5, TensorFlowDataValidationMethods.NormalizedAbsoluteDifference(Table(), Table()));
        Literal(
            0.1,
            1e-5,
            TensorFlowDataValidationMethods.NormalizedAbsoluteDifference(
                Table(("hello", 0.1), ("world", 0.9)),
                Table(("hello", 0.3), ("world", 0.7))
            )
        );
        Literal(
            0.68181818,
            1e-5,
            TensorFlowDataValidationMethods.NormalizedAbsoluteDifference(
                Table(("hello", 1), ("world", 5)),
                Table(("hello", 10), ("world", 50))
            )
        );
    }

    [Fact]
    public void JensenShannonDivergence_OfTables_IsThePeers()
    {
        var one = Table(("b", 2), ("a", 2), ("c", 1));
        var other = Table(("a", 2), ("Z", 1), ("Y", 1), ("X", 1));

        Literal(0, 1e-5, TensorFlowDataValidationMethods.JensenShannonDivergence(one, one));
        Literal(0.6, 1e-5, TensorFlowDataValidationMethods.JensenShannonDivergence(one, other));
        Assert.Equal(
            ResultStatus.Empty,
            TensorFlowDataValidationMethods.JensenShannonDivergence(Table(), other).Status
        );
    }

    [Fact]
    public void JensenShannonDivergence_OfHistograms_IsThePeers()
    {
        HistogramBucket[] thirds =
        [
            new(1, 2.3333333, 2.9866667),
            new(2.3333333, 3.6666667, 1.0066667),
            new(3.6666667, 5, 2.0066667),
        ];
        Literal(0, 1e-5, Divergence(thirds, thirds));
        Literal(0.65563906222, 1e-5, Divergence([new(1, 2, 2), new(2, 3, 2)], [new(2, 4, 2), new(4, 6, 2)]));
        Literal(1, 1e-5, Divergence([new(0, 1, 2), new(1, 2, 2)], [new(3, 4, 2), new(4, 6, 2)]));
    }

    [Fact]
    public void JensenShannonDivergence_OfPointMasses_IsThePeers()
    {
        Literal(1, 1e-5, Divergence([new(1, 1, 4)], [new(2, 4, 2), new(4, 6, 2)]));
        Literal(1, 1e-5, Divergence([new(1, 1, 4)], [new(2.33, 2.33, 4)]));
        Literal(1, 1e-5, Divergence([new(10, 10, 21)], [new(0, 4, 150), new(4, 12, 200), new(12, 20, 20)]));
        Literal(0.5, 1e-5, Divergence([new(0, 0, 1), new(1, 1, 1)], [new(0, 0, 1), new(2, 2, 1)]));
        Literal(1, 1e-5, Divergence([new(0, 0, 1), new(1, 2, 1)], [new(1, 1, 1), new(2, 2, 1)]));
    }

    [Fact]
    public void JensenShannonDivergence_OfWhatIsNoNumber_IsThePeers()
    {
        HistogramBucket[] infinite = [new(-Infinity, 0, 1), new(Infinity, Infinity, 1)];

        Literal(1, 1e-5, Divergence(infinite, infinite));
        Literal(1, 1e-5, TensorFlowDataValidationMethods.JensenShannonDivergence([], [], 1, 1));
        Literal(
            0.13792538096,
            1e-5,
            TensorFlowDataValidationMethods.JensenShannonDivergence([new(1, 2, 3)], [new(1, 2, 4)], referenceNaN: 1)
        );
        Assert.Equal(ResultStatus.Empty, Divergence([], [new(0, 4, 10)]).Status);
        Assert.Equal(ResultStatus.Empty, Divergence([new(0, 4, 10)], [new(0, 4, 0)]).Status);
    }

    private static MethodScore Divergence(HistogramBucket[] reference, HistogramBucket[] current) =>
        TensorFlowDataValidationMethods.JensenShannonDivergence(reference, current);

    private static Dictionary<string, double> Table(params (string Text, double Count)[] counts) =>
        counts.ToDictionary(pair => pair.Text, pair => pair.Count);
}
