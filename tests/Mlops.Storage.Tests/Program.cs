using Mlops.Storage.Tests.Places;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Mlops.Storage.Tests;

internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [Worker.Switch, .. var rest] ? Worker.RunAsync(rest)
        : args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
        : ConsoleRunner.Run(args);
}
