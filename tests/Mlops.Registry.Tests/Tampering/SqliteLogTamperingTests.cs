namespace Mlops.Registry.Tests.Tampering;

public sealed class SqliteLogTamperingTests(SqliteScenes scenes) : LogTamperingTests, IClassFixture<SqliteScenes>
{
    internal override Task<Scene> NewSceneAsync() => Task.FromResult(scenes.NewScene());
}
