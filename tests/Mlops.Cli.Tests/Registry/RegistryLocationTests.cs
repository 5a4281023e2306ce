using Mlops.Cli.Registry.Hosting;

namespace Mlops.Cli.Tests.Registry;

public sealed class RegistryLocationTests
{
    [Theory]
    [InlineData("Host=db;Password=s3cret")]
    [InlineData("Password=s3cret; Host = db")]
    [InlineData("Server=db;Password=s3cret")]
    public void Resolve_OfAConnectionString_IsAServer(string text) =>
        Assert.True(RegistryLocation.Resolve(text).IsServer);

    [Theory]
    [InlineData("models.db")]
    [InlineData("/data/host/models.db")]
    [InlineData("C:\\models\\localhost.db")]
    public void Resolve_OfAPath_IsAFile(string text) => Assert.False(RegistryLocation.Resolve(text).IsServer);

    [Theory]
    [InlineData("postgres://ada:s3cret@db/models")]
    [InlineData("Database=models;Password=s3cret")]
    [InlineData("Data Source=models.db;Password=s3cret")]
    public void Resolve_OfWhatIsNeither_DoesNotRepeatThePassword(string text)
    {
        var error = Assert.Throws<CliException>(() => RegistryLocation.Resolve(text));

        Assert.Contains("Host=", error.Message);
        Assert.DoesNotContain("s3cret", error.Message);
    }
}
