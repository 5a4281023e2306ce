using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mlops.Drift.Tests.DependencyInjection;

public class MlopsDriftBuilderExtensionsTests
{
    [Fact]
    public void AddDriftBaseline_ASavedFile_IsInjectedByItsName()
    {
        var path = Path.Combine(Path.GetTempPath(), $"baseline-{Environment.ProcessId}-di.json");
        try
        {
            var baseline = DriftBaseline.Fit(Samples.Numbers("reference", Samples.Normal(200, 1)));
            baseline.Save(path);
            using var services = new ServiceCollection()
                .AddMlops(mlops => mlops.AddDriftBaseline("credit", options => options.Path = path))
                .BuildServiceProvider();

            var injected = services.GetRequiredKeyedService<DriftBaseline>("credit");

            Assert.Equal(baseline.Digest, injected.Digest);
            Assert.Same(injected, services.GetRequiredKeyedService<DriftBaseline>("credit"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AddDriftBaseline_AMissingFile_IsFoundWhenTheHostStarts()
    {
        using var services = new ServiceCollection()
            .AddMlops(mlops => mlops.AddDriftBaseline("credit", options => options.Path = "nowhere.json"))
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            services.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Contains("'nowhere.json'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddDriftBaseline_NoPath_SaysWhatIsMissing()
    {
        using var services = new ServiceCollection()
            .AddMlops(mlops => mlops.AddDriftBaseline("credit", _ => { }))
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            services.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Contains("Path", error.Message, StringComparison.Ordinal);
    }
}
