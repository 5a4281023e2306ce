using Mlops.Drift.Presets.Frouros;
using static Mlops.Drift.Tests.Presets.PresetAssert;

namespace Mlops.Drift.Tests.Presets;

/// <summary>
/// The literals of IFCA-Advanced-Computing/frouros c69d139 (0.9.0), frouros/tests/integration/test_data_drift.py with conftest.py, at the tolerance of
/// <c>numpy.isclose</c>. Its Kuiper and Elec2 cases are not here: the one is wrong, the other needs a download.
/// </summary>
public class FrourosMethodsTests
{
    // normal(1, 1) and normal(5, 2), a hundred each, both of the seed 31.
    private static readonly double[] _reference = new NumPyState(31).Normal(1, 1, 100);
    private static readonly double[] _current = new NumPyState(31).Normal(5, 2, 100);

    [Fact]
    public void ChiSquare_OfTheLiteralTable_IsThePeers()
    {
        Literal(0.04657615, 1e-7, FrourosMethods.ChiSquare([4, 2, 0], [1, 1, 4]));
    }

    [Fact]
    public void Distances_OfDifferentSamples_AreThePeers()
    {
        Literal(3.85346006, 1e-7, FrourosMethods.EarthMoversDistance(_reference, _current));
        Literal(2.11059982, 1e-7, FrourosMethods.EnergyDistance(_reference, _current));
        Literal(0.67010107, 1e-7, FrourosMethods.JensenShannon(_reference, _current));
        Literal(0.78, 1e-9, FrourosMethods.HistogramIntersectionComplement(_reference, _current));
        Literal(461.20379435, 1e-6, FrourosMethods.PopulationStability(_reference, _current));
        Literal(0.74509099, 1e-7, FrourosMethods.Hellinger(_reference, _current));
        Literal(0.810041883, 1e-7, FrourosMethods.Bhattacharyya(_reference, _current));
        Assert.Equal(double.PositiveInfinity, FrourosMethods.KullbackLeibler(_reference, _current).Value);
    }

    [Fact]
    public void Distances_OfOneDistribution_AreThePeers()
    {
        var state = new NumPyState(31);
        double[] reference = state.Normal(1, 1, 500),
            current = state.Normal(1, 1, 500);

        Literal(0.01840072, 1e-7, FrourosMethods.PopulationStability(reference, current));
        Literal(0.04792538, 1e-7, FrourosMethods.Hellinger(reference, current));
        Literal(0.00229948, 1e-7, FrourosMethods.Bhattacharyya(reference, current));
        Digits(0.018400728874466685, FrourosMethods.PopulationStability(reference, current), 1e-11);
        Digits(0.0022994844512522904, FrourosMethods.Bhattacharyya(reference, current), 1e-11);
        Digits(0.03175551647740918, FrourosMethods.JensenShannon(reference, current), 1e-11);
        Digits(0.004024522788683015, FrourosMethods.KullbackLeibler(reference, current), 1e-10);
    }

    [Fact]
    public void Tests_OfNormals_AreSciPys()
    {
        var state = new NumPyState(9);
        double[] reference = state.Normal(0, 1, 80),
            current = state.Normal(0.3, 1.5, 60);

        // SciPy 1.10.1 on NumPy 1.24.2, seed 9: normal(0, 1, 80), then normal(0.3, 1.5, 60).
        Digits(0.002019376533355044, FrourosMethods.CramerVonMises(reference, current), 1e-9);
        Digits(0.0017338464936702729, FrourosMethods.AndersonDarling(reference, current), 1e-9);
        Digits(0.004391496663927499, FrourosMethods.MannWhitney(reference, current), 1e-9);
        Digits(0.005645588717839786, FrourosMethods.WelchTTest(reference, current), 1e-9);
    }

    [Fact]
    public void MaximumMeanDiscrepancy_OfPoints_IsThePeers()
    {
        var normals = new NumPyState(31).Normal(0, 1, 200);
        var state = new NumPyState(31);
        double[] first = state.Normal(0, 1, 200),
            second = state.Normal(0, 1, 200);

        // multivariate_normal multiplies by the singular vectors of the covariance: of 2 I, and of ((2, -1), (-1, 2)).
        Literal(0.10163633, 1e-7, FrourosMethods.MaximumMeanDiscrepancy(Spread(normals), Turned(normals), 2));
        Literal(0.01570397, 1e-7, FrourosMethods.MaximumMeanDiscrepancy(Spread(first), Spread(second), 2));
        Digits(0.6950900416547932, FrourosMethods.MaximumMeanDiscrepancy(_reference, _current), 1e-11);
    }

    [Fact]
    public void Methods_WherePeerFails_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Empty, FrourosMethods.PopulationStability([], [1.0]).Status);
        Assert.Equal(ResultStatus.Infinite, FrourosMethods.EarthMoversDistance([double.NaN], [1.0]).Status);
        Assert.Equal(ResultStatus.TooFewRows, FrourosMethods.MaximumMeanDiscrepancy([1.0], [1.0, 2]).Status);
        Assert.Equal(ResultStatus.Constant, FrourosMethods.JensenShannon([3.0, 3], [3.0]).Status);
        Assert.Equal(0, FrourosMethods.PopulationStability([3.0, 3], [3.0]).Value);
        Assert.Throws<ArgumentException>(() => FrourosMethods.MaximumMeanDiscrepancy([1.0, 2, 3], [1.0, 2], 2));
    }

    private static double[] Spread(double[] normals) => Array.ConvertAll(normals, x => 1 + (Math.Sqrt(2) * x));

    private static double[] Turned(double[] normals)
    {
        var points = new double[normals.Length];
        for (var i = 0; i < points.Length; i += 2)
        {
            double x = normals[i] * Math.Sqrt(3) * Math.Sqrt(0.5),
                y = normals[i + 1] * Math.Sqrt(0.5);
            (points[i], points[i + 1]) = (y - x, y + x);
        }

        return points;
    }
}
