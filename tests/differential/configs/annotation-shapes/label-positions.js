// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "label",
            "xValue": 2,
            "yValue": 2,
            "content": "start start",
            "position": {
              "x": "start",
              "y": "start"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 2,
            "yValue": 2,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 2,
            "yValue": 5,
            "content": "start center",
            "position": {
              "x": "start",
              "y": "center"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 2,
            "yValue": 5,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 2,
            "yValue": 8,
            "content": "start end",
            "position": {
              "x": "start",
              "y": "end"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 2,
            "yValue": 8,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 2,
            "content": "center start",
            "position": {
              "x": "center",
              "y": "start"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 5,
            "yValue": 2,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 5,
            "content": "center center",
            "position": {
              "x": "center",
              "y": "center"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 5,
            "yValue": 5,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 8,
            "content": "center end",
            "position": {
              "x": "center",
              "y": "end"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 5,
            "yValue": 8,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 8,
            "yValue": 2,
            "content": "end start",
            "position": {
              "x": "end",
              "y": "start"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 8,
            "yValue": 2,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 8,
            "yValue": 5,
            "content": "end center",
            "position": {
              "x": "end",
              "y": "center"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 8,
            "yValue": 5,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          },
          {
            "type": "label",
            "xValue": 8,
            "yValue": 8,
            "content": "end end",
            "position": {
              "x": "end",
              "y": "end"
            },
            "borderColor": "gray",
            "borderWidth": 1
          },
          {
            "type": "point",
            "xValue": 8,
            "yValue": 8,
            "radius": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 0
          }
        ]
      }
    }
  }
}
