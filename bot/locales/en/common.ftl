# A word on buttons that several screens share.

button-back = Back

# Figures: how a span of time is written, as short as can be read.

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
duration-days-hours = { $days ->
    [one] { $days } day
   *[other] { $days } days
} { $hours } h

# A moment that is not today; today's is the time alone.

time-tomorrow = tomorrow { $time }
time-on-day = { $day }, { $time }

# A time zone: the city, the distance from world time, the time there now.

zone-name = { $city } ({ $offset })
zone-label = { $city } ({ $offset }, now { $time })
zone-label-utc = UTC (world time, now { $time })
