namespace Mlops.Registry.Soak;

/// <summary>By what tests find this program.</summary>
public static class SoakProgram
{
    /// <summary>Runs a command.</summary>
    /// <param name="args">The command and its options.</param>
    /// <returns>0; 1 when something is not as promised; 2 when the command is malformed.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var arguments = Arguments.Parse(args);
            return arguments.Command switch
            {
                "writers" => await WritersRun.RunAsync(arguments),
                "kill" => await KillRun.RunAsync(arguments),
                "speed" => await SpeedRun.RunAsync(arguments),
                "child" => await Child.RunAsync(arguments),
                _ => throw new ArgumentException($"'{arguments.Command}' is no command: say writers, kill or speed."),
            };
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
