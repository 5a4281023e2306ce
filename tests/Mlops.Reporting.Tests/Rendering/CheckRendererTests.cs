using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.JUnit;
using Mlops.Reporting.Rendering.Sarif;

namespace Mlops.Reporting.Tests.Rendering;

public class CheckRendererTests
{
    [Fact]
    public void Save_AFile_HoldsTheTextWithoutAMark()
    {
        var folder = Directory.CreateTempSubdirectory("mlops-checks-");
        try
        {
            var path = Path.Combine(folder.FullName, "checks");
            var (junit, sarif) = (
                new JUnitOptions { InconclusiveAs = InconclusiveOutcome.Failure },
                new SarifOptions { IncludePassed = true }
            );

            CheckSamples.Everything.SaveJUnit(path, junit);
            Assert.Equal((byte)'<', File.ReadAllBytes(path)[0]);
            Assert.Equal(CheckSamples.Everything.ToJUnit(junit), File.ReadAllText(path));

            CheckSamples.Everything.SaveSarif(path, sarif);
            Assert.Equal((byte)'{', File.ReadAllBytes(path)[0]);
            Assert.Equal(CheckSamples.Everything.ToSarif(sarif), File.ReadAllText(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Render_Null_IsRefusedByName()
    {
        CheckSuite none = null!;

        Assert.Equal("suite", Assert.Throws<ArgumentNullException>(() => none.ToJUnit()).ParamName);
        Assert.Equal("suite", Assert.Throws<ArgumentNullException>(() => none.ToSarif()).ParamName);
        Assert.Equal("suite", Assert.Throws<ArgumentNullException>(() => none.SaveJUnit("x")).ParamName);
        Assert.Equal("suite", Assert.Throws<ArgumentNullException>(() => none.SaveSarif("x")).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => CheckSamples.Everything.SaveJUnit("")).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => CheckSamples.Everything.SaveSarif("")).ParamName);
    }
}
